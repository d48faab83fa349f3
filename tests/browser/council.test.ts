import { beforeAll, expect, test } from "vitest";
import { COUNCIL } from "../../domain/paths.ts";
import type { Answer } from "../../domain/response/entry.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import { putStop } from "../../functions/store/counting.ts";
import { responsePut } from "../../functions/store/responses.ts";
import { writeAll } from "../../functions/store/write-all.ts";
import { CATALOGUES, LANGUAGES } from "../support/languages.ts";
import { servicesBeside } from "../support/beside.ts";
import { KAZAKHSTAN } from "../support/world.ts";
import { axeFindings } from "./axe.ts";
import { publish } from "./console-releases.ts";
import { keepPicture } from "./keep-picture.ts";
import { misfits } from "./layout.ts";
import { addTo } from "./more-consultations.ts";
import { newVisitor, useSite } from "./visitor.ts";

/* The council, of one consultation that nobody answered and its next wave, which somebody did. */

const site = useSite();
const DAY = 24 * 60 * 60_000;
const [now, ago] = [Date.now(), (days: number) => new Date(Date.now() - days * DAY)];
const day = (days: number) => ago(days).toISOString().slice(0, 10);

const THEN: Consultation = {
  ...KAZAKHSTAN,
  id: "then",
  opensAt: ago(300).toISOString(),
  closesAt: ago(240).toISOString(),
  release: { every: "close" },
};
const NOW: Consultation = {
  ...KAZAKHSTAN,
  id: "now",
  title: { en: "Wave 2", ru: "Волна 2", kk: "2-кезең" },
  organiser: {
    ...KAZAKHSTAN.organiser!,
    name: { en: "An association whose name is as long as names of associations tend to be" },
  },
  continues: { consultation: THEN.id },
  opensAt: ago(60).toISOString(),
  closesAt: ago(1).toISOString(),
  release: { every: "week" },
};

const answers: Answer[] = KAZAKHSTAN.recommendations
  .slice(0, 9)
  .map(({ code, addressee }, place) => ({
    kind: "answer",
    number: place + 1,
    at: `${day(9)}T10:00:00Z`,
    by: "organiser",
    recommendation: code,
    addressee,
    status: "accepted",
    day: day(20 - place),
    statement: { en: "Agreed." },
    original: "en",
    evidence: [],
    source: { title: "A letter" },
    ...(place % 3 === 0 && { promised: day(5) }),
  }));

beforeAll(async () => {
  const services = await servicesBeside(site.server);
  for (const { id } of [THEN, NOW]) {
    // What is published is published here, and not by the server's own job.
    const since = new Date(now).toISOString();
    await putStop(services.db, id, { reason: "difference", since, differences: [] });
  }
  await publish(services, THEN, { at: ago(239) });
  await publish(services, NOW, { at: ago(40) });
  await publish(services, NOW, { number: 2, at: new Date(now - DAY / 2) });
  for (const one of answers) {
    expect(await writeAll(services.db, [responsePut(services.db, NOW.id, one)])).toBe(true);
  }
  services.db.client.destroy();
  for (const one of [THEN, NOW]) await addTo(site.server, one);
});

test.each(LANGUAGES)(
  "the council says who is silent, in %s, without a script",
  async (language) => {
    const turn = LANGUAGES.indexOf(language);
    const { council } = CATALOGUES[language]!;
    for (const [width, colorScheme] of [
      [360, turn % 2 === 0 ? "dark" : "light"],
      [1280, turn % 2 === 0 ? "light" : "dark"],
    ] as const) {
      const visitor = await newVisitor(site, { language, script: false, width });
      await visitor.page.emulateMedia({ colorScheme });
      await visitor.go(COUNCIL);
      const { page } = visitor;
      await page.getByRole("heading", { level: 1, name: council.title }).waitFor();
      // Two ledgers of two consultations by two askers: four addressees.
      expect(await page.locator("figure li").count()).toBe(4);
      expect(await page.locator("tbody tr").count()).toBe(4);
      expect(await page.getByRole("table").textContent()).toContain(council.noneRecorded);
      await keepPicture(page, `council-${language}-${colorScheme}`);
      expect.soft(await misfits(page)).toEqual([]);
      // From its first link on, by keyboard, to a ledger.
      const ledger = page.getByRole("table").getByRole("link").first();
      expect(await ledger.getAttribute("href")).toBe(`/c/then/ledger?lang=${language}`);
    }
  },
);

test("nothing is amiss with the council, nor with the pages of two waves", async () => {
  const context = await site.browser.newContext({ baseURL: site.server.url, bypassCSP: true });
  const page = await context.newPage();
  await page.goto(`${COUNCIL}?lang=kk`);
  expect.soft(await axeFindings(page)).toEqual([]);
  await page.goto("/c/now/results?lang=ru");
  expect(await page.locator(".notice").allTextContents()).toContainEqual(
    expect.stringContaining("Продолжает более раннюю"),
  );
  await page.getByRole("link", { name: KAZAKHSTAN.title.ru }).first().click();
  await page.waitForURL("**/c/then/results?lang=ru");
  await page.getByRole("link", { name: "Волна 2" }).click();
  await page.waitForURL("**/c/now?lang=ru");
  await context.close();
});
