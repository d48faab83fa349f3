import { beforeAll, describe, expect, test } from "vitest";
import { PREFER_NOT_TO_SAY } from "../../../domain/consultation/code.ts";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import { CATALOGUES, LANGUAGES } from "../../support/languages.ts";
import { createApp } from "../../../functions/app.ts";
import type { App } from "../../../functions/http/environment.ts";
import { SECURITY_HEADERS } from "../../../functions/http/security-headers.ts";
import { addConsultation } from "../../../functions/store/consultations.ts";
import { fill, formatDay, formatMoment, zoneName } from "../../../web/text.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";

const [OPENS, CLOSES] = ["2026-12-01T00:00:00Z", "2026-12-31T18:00:00Z"];
const MIDNIGHT = "2026-12-31T19:00:00Z";
const CLOSING: Consultation = {
  ...KAZAKHSTAN,
  id: "closing-2026",
  opensAt: OPENS,
  closesAt: CLOSES,
};
const PAPER = `/c/${KAZAKHSTAN.id}/paper`;

let app: App;
let clock = new Date("2026-12-01T00:00:00Z");

beforeAll(async () => {
  const world = { ...(await freshWorld()), now: () => clock };
  await addConsultation(world.db, CLOSING);
  await addConsultation(world.db, { ...CLOSING, id: "midnight", closesAt: MIDNIGHT });
  app = createApp(world);
});

/** The texts of the page one after another, as they are read. */
const wordsOf = (html: string): string =>
  html
    .replace(/^.*<main[^>]*>/s, "")
    .replaceAll(/<[^>]*>/g, "\n")
    .replaceAll("&amp;", "&")
    .replaceAll("&quot;", '"')
    .replaceAll(/\s*\n\s*/g, "\n");

describe.each(LANGUAGES)("the paper form in %s", (language) => {
  const text = CATALOGUES[language];

  test("has every recommendation, measure, question and answer, in the definition's order", async () => {
    const words = wordsOf(await (await app.request(`${PAPER}?lang=${language}`)).text());
    const points = Object.entries(text.common.scale).flat();
    const expected = [
      KAZAKHSTAN.title[language],
      ...text.paper.filling,
      text.paper.notWrite,
      text.paper.afterwards,
      ...KAZAKHSTAN.recommendations.flatMap((one) => [
        one.code,
        one.title[language],
        one.statement[language],
        ...one.measures.map((measure) => measure[language]),
        ...points,
        text.common.noOpinion,
      ]),
      text.rate.answers.firstHeading,
      ...KAZAKHSTAN.about.flatMap(({ question, why, options }) => [
        question[language],
        why[language],
        ...options.map(({ label }) => label[language]),
        text.common.preferNotToSay,
      ]),
      `/c/${KAZAKHSTAN.id}/results`,
    ];
    let place = 0;
    for (const one of expected) {
      const found = words.indexOf(one, place);
      expect(found, one).toBeGreaterThan(-1);
      place = found + one.length;
    }
  });

  test("has one square for each answer, three frames for what is first and two for numbers", async () => {
    const html = await (await app.request(`${PAPER}?lang=${language}`)).text();
    const count = (what: string) => html.split(what).length - 1;
    const options = KAZAKHSTAN.about.reduce((sum, asked) => sum + asked.options.length + 1, 0);
    expect(count('<span class="square" aria-hidden')).toBe(
      KAZAKHSTAN.recommendations.length * 6 + options,
    );
    expect(count('<span class="frame"')).toBe(5);
  });

  test("gives no name of the consultation away in its title, and has no script", async () => {
    const html = await (await app.request(`${PAPER}?lang=${language}`)).text();
    expect(html).toContain(`<html lang="${language}"`);
    expect(html).toContain(`<title>${text.paper.title} – Kenes</title>`);
    expect(html).not.toMatch(/<script|<input|<form|\son\w+=/);
    expect(html).not.toContain(PREFER_NOT_TO_SAY);
  });

  test("says by the consultation's own clocks when it is typed in, and by when to hand it in", async () => {
    const path = `/c/${CLOSING.id}/paper?lang=${language}`;
    const { opens, closes } = text.paper.dates;
    const at = (iso: string) => ({ moment: formatMoment(language, iso, "Asia/Almaty") });
    clock = new Date("2026-11-30T00:00:00Z");
    const dates = [fill(opens, at(OPENS)), fill(closes, at(CLOSES))];
    expect(await (await app.request(path)).text()).toContain(`<b>${dates.join(" ")}</b>`);
    clock = new Date(OPENS);
    expect(await (await app.request(path)).text()).toContain(`<b>${dates[1]}</b>`);
    // At midnight, the day that ends is named, and not the one that begins.
    const zone = zoneName(language, clock, "Asia/Almaty");
    const whole = fill(text.paper.dates.closesWhole, {
      day: formatDay(language, "2026-12-31"),
      zone,
    });
    const html = await (await app.request(`/c/midnight/paper?lang=${language}`)).text();
    expect(html).toContain(`<b>${whole}</b>`);
  });

  test("is there no more when the consultation is closed", async () => {
    const path = `/c/${CLOSING.id}/paper?lang=${language}`;
    clock = new Date("2026-12-31T17:59:59Z");
    expect(await (await app.request(path)).text()).toContain(text.paper.purpose);
    clock = new Date(CLOSES);
    const html = await (await app.request(path)).text();
    expect(html).not.toContain(text.paper.purpose);
    const moment = formatMoment(language, CLOSES, KAZAKHSTAN.timeZone);
    expect(html).toContain(fill(text.rate.closed.since, { moment }));
  });
});

test("the paper form is not stored on the way, and has the headers of every page", async () => {
  const answer = await app.request(PAPER);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("Content-Type")).toBe("text/html; charset=utf-8");
  expect(answer.headers.get("Cache-Control")).toBe("no-store");
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
    expect(answer.headers.get(name)).toBe(value);
  }
});

test("the paper form of an unknown consultation is not found", async () => {
  expect((await app.request("/c/nowhere/paper")).status).toBe(404);
});

test("nothing can be sent to the paper form", async () => {
  for (const method of ["POST", "PUT", "DELETE"]) {
    const refused = await app.request(PAPER, { method });
    expect(refused.status).toBe(405);
    expect(refused.headers.get("Allow")).toContain("GET");
  }
});
