import { beforeAll, describe, expect, test } from "vitest";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import { SCHEDULES } from "../../../domain/disclosure/policy.ts";
import { CATALOGUES, LANGUAGES } from "../../support/languages.ts";
import { readReceipt } from "../../../domain/ballot/receipt.ts";
import { createApp } from "../../../functions/app.ts";
import { makeInvitations } from "../../../functions/local/invitations.ts";
import type { App } from "../../../functions/http/environment.ts";
import { ballotIdOf } from "../../../functions/secrets.ts";
import type { Services } from "../../../functions/services.ts";
import { addConsultation } from "../../../functions/store/consultations.ts";
import { getBallot } from "../../../functions/store/ballots.ts";
import { readBallotItem } from "../../../functions/store/ballot-item.ts";
import { fill, formatMoment } from "../../../web/text.ts";
import { newReceipt } from "../../support/client.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";

/* What respondents are told of when results are published, what protects them, and from when changes count. */

let services: Services;
let app: App;
const NOW = new Date("2126-11-24T12:00:00Z");
const { experts: _, ...rest } = KAZAKHSTAN;
const PLAIN: Consultation = {
  ...rest,
  opensAt: "2126-11-20T09:00:00Z",
  closesAt: "2126-12-20T09:00:00Z",
};
const ALL: Consultation[] = [
  ...SCHEDULES.map((every) => ({ ...PLAIN, id: every, release: { every } })),
  { ...PLAIN, id: "exact", release: { every: "week" }, experts: "exact" },
  { ...PLAIN, id: "at-risk", release: { every: "day" }, disclosure: "at-risk" },
  { ...rest, id: "no-dates", release: { every: "week" } },
];

beforeAll(async () => {
  services = { ...(await freshWorld()), now: () => NOW };
  for (const one of ALL) await addConsultation(services.db, one);
  app = createApp(services);
});

const plain = (html: string) => html.replaceAll("&amp;", "&").replaceAll("&#39;", "'");
const read = async (path: string) => plain(await (await app.request(path)).text());
const post = async (path: string, fields: Record<string, string>) =>
  plain(
    await (await app.request(path, { method: "POST", body: new URLSearchParams(fields) })).text(),
  );

describe.each(LANGUAGES)("before answering, in %s", (language) => {
  const { publishing } = CATALOGUES[language].rate.page;
  const { answers } = CATALOGUES[language].rate;
  const page = (id: string) => read(`/c/${id}?lang=${language}`);
  const nextOn = (iso: string) =>
    fill(publishing.next, { moment: formatMoment(language, iso, KAZAKHSTAN.timeZone) });

  test.each([
    ["close", undefined],
    ["week", "2126-11-27T09:00:00Z"],
    ["day", "2126-11-25T09:00:00Z"],
    ["hour", "2126-11-24T13:00:00Z"],
  ] as const)("results each %s: when, what protects in them, and the next", async (id, next) => {
    for (const path of [`/c/${id}`, `/c/${id}/paper`]) {
      const html = await read(`${path}?lang=${language}`);
      expect(html).toContain(publishing.every[id]);
      expect(html).toContain(publishing.noise);
      expect(html).not.toContain(publishing.noPromise);
    }
    const html = await page(id);
    expect(html).toContain(publishing.more);
    if (next === undefined) expect(html).not.toContain(publishing.next.split("{")[0]!.trim());
    else expect(html).toContain(nextOn(next));
  });

  test("a demonstration is called one, and promises nothing", async () => {
    const html = await page("demonstration");
    expect(html).toContain(publishing.every.demonstration);
    expect(html).toContain(publishing.noPromise);
    expect(html).not.toContain(publishing.noise);
    expect(html).not.toContain(publishing.more);
  });

  test("no next results are named where it is not known from when to count", async () => {
    const html = await page("no-dates");
    expect(html).toContain(publishing.every.week);
    expect(html).not.toContain(publishing.next.split("{")[0]!.trim());
  });

  test("an expert of an exact panel is told before the field for the code, and nobody else is", async () => {
    const html = await page("exact");
    const part = html.slice(
      html.indexOf('id="invitation-part"'),
      html.indexOf('name="invitation"'),
    );
    expect(part).toContain(answers.expertsExact);
    expect(html).not.toContain(answers.expertsProtected);
    // Who is one already reads it again with the stored answers.
    expect(html.slice(0, html.indexOf('id="invitation-part"'))).toContain(answers.expertsExact);
    for (const id of ["week", "at-risk"]) {
      const other = await page(id);
      expect(other).not.toContain(answers.expertsExact);
      const { headers } = await app.request(`/c/${id}`);
      expect(headers.get("Cache-Control")).toBe(id === "week" ? "private, no-cache" : "no-store");
      const action = id === "week" ? `/c/${id}/?lang=` : `/c/${id}?lang=`;
      expect(other).toContain(`action="${action}${language}"`);
      expect(other).toContain(answers.expertsProtected);
    }
  });

  test("a question about oneself can be left out in one way", async () => {
    const html = await page("week");
    const { age } = Object.fromEntries(KAZAKHSTAN.about.map((one) => [one.code, one]));
    const radios = html.match(/<input type="radio" name="about\.age"[^>]*>/g) ?? [];
    expect(radios).toHaveLength(age!.options.length + 1);
    expect(radios.at(-1)).toContain('value="prefer-not-to-say"');
  });

  test("beside the questions about oneself it says what single ballots may tell, where there are any", async () => {
    for (const more of ["", "/paper"]) {
      expect(await page(`week${more}`)).toContain(answers.singleBallots);
      expect(await page(`at-risk${more}`)).not.toContain(answers.singleBallots);
    }
  });
});

describe("from when a change counts", () => {
  const { changes } = CATALOGUES.en.rate;
  /** Which of the sentences a page has. */
  const told = (html: string) =>
    Object.entries(changes).flatMap(([name, sentence]) => (html.includes(sentence) ? [name] : []));
  /** Whether the releases before the last one count something else than what is stored. */
  const waits = async (id: string, receipt: string) => {
    const key = ballotIdOf(id, readReceipt(receipt)!);
    const item = (await getBallot(services.db, id, key))!;
    const { state } = readBallotItem(item, KAZAKHSTAN.recommendations.length);
    return typeof state === "object" && state.earlier !== undefined;
  };
  const save = async (id: string, receipt: string, revision: number, more = {}) => {
    const fields = { receipt, revision: String(revision), "rating.W1": String(revision), ...more };
    const [review, saved] = [
      await post(`/c/${id}?lang=en`, { ...fields, do: "review" }),
      await post(`/c/${id}?lang=en`, fields),
    ];
    expect(saved).toContain(CATALOGUES.en.rate.saved.heading);
    const sending = review.slice(review.indexOf('<div id="send">'));
    const body = (html: string) => html.replace(/<script[^]*?<\/script>/g, "");
    return {
      review: told(body(sending)),
      saved: told(body(saved)),
      waits: await waits(id, receipt),
    };
  };

  test("a first change at once, later ones with the last results: as it is stored", async () => {
    const receipt = newReceipt();
    expect(await save("week", receipt, 1)).toEqual({ review: [], saved: ["next"], waits: false });
    expect(await save("week", receipt, 2)).toEqual({
      review: ["next"],
      saved: ["last"],
      waits: false,
    });
    for (const revision of [3, 4]) {
      const expected = { review: ["waits"], saved: ["waits"], waits: true };
      expect(await save("week", receipt, revision)).toEqual(expected);
    }
  });

  test("a ballot that becomes an expert's does so in the last results: as it is stored", async () => {
    const [code = ""] = await makeInvitations(services, "week", 1);
    const receipt = newReceipt();
    await save("week", receipt, 1);
    const moved = await save("week", receipt, 2, { invitation: code });
    expect(moved).toEqual({ review: ["moves"], saved: ["moves"], waits: true });
  });

  test.each([
    ["close", "once", true],
    ["demonstration", "atOnce", false],
  ] as const)("where results come each %s all changes count alike", async (id, sentence, later) => {
    const receipt = newReceipt();
    await save(id, receipt, 1);
    await save(id, receipt, 2);
    const third = await save(id, receipt, 3);
    expect(third).toEqual({ review: [sentence], saved: [sentence], waits: later });
  });

  test("is told on the receipt page, and with the stored answers", async () => {
    const receipt = newReceipt();
    await save("day", receipt, 1);
    const path = "/c/day/receipt?lang=en";
    expect(told(await read(path))).toEqual(["next"]);
    expect(told(await post(path, { receipt, do: "open" }))).toContain("next");
    const { undoes, undoesNot } = CATALOGUES.en.rate.receipt;
    const withdraw = await post(path, { receipt, do: "withdraw" });
    expect(withdraw).toContain(undoes);
    expect(withdraw).toContain(undoesNot);
  });
});
