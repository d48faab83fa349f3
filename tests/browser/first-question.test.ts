import { beforeAll, describe, expect, test } from "vitest";
import type { Consultation } from "../../domain/consultation/definition.ts";
import type { Language } from "../../domain/language.ts";
import { catalogueFor } from "../../web/language/catalogue.ts";
import { openingOf } from "../../web/rate/opening.ts";
import { formatDay } from "../../web/text.ts";
import { KAZAKHSTAN } from "../support/world.ts";
import { misfits } from "./layout.ts";
import { AT_RISK } from "../support/at-risk.ts";
import { addTo } from "./more-consultations.ts";
import { newVisitor, useSite } from "./visitor.ts";

/*
 * The first question is at most one and a half screens of a phone away, in every language of the pages,
 * and what has to be told before the first answer stands before it.
 */

const site = useSite();
const MOST = 1_100;
const PHONE = { width: 360, height: 740 };
const IN: Language[] = ["en", "ru", "kk", "uz", "ar"];

/** In the languages that it has no texts in, it shows the original, marked so. */
const inAll = (one: Consultation): Consultation => ({
  ...one,
  languages: IN,
  translations: { ...one.translations, uz: "working", ar: "working" },
});
const OPEN = inAll({
  ...KAZAKHSTAN,
  id: "open",
  release: { every: "week" },
  opensAt: "2026-01-01T00:00:00.000Z",
  // Midnight in Astana: the day before is the last.
  closesAt: "2126-12-20T19:00:00.000Z",
});
const LAST_DAY = "2126-12-20";
const RISKY = inAll({ ...AT_RISK, id: "risky" });
const many = (text: string, length: number) => text.repeat(20).slice(0, length);
const words = "Жауапты министрліктер мен әкімдіктер кестелерді жариялауға міндетті. ";
/** As long as organisers may write, and changed meanwhile. */
const LONG: Consultation = {
  ...OPEN,
  id: "long",
  title: { en: many(words, 150) },
  summary: { en: `${many(words, 700)}\n\n- ${many(words, 200)}` },
  organiser: { name: { en: many(words, 100) }, contact: { en: "office@example.org" } },
  corrections: [{ at: "2026-11-01T00:00:00.000Z", note: { en: many(words, 290) } }],
};

beforeAll(() => Promise.all([OPEN, RISKY, LONG].map((one) => addTo(site.server, one))));

/** A phone with such a page open, by the link of a public page or of an invitation. */
async function open(id: string, language: Language, { script = true, code = "" } = {}) {
  const visitor = await newVisitor(site, { script, context: { viewport: PHONE, bypassCSP: true } });
  const { page } = visitor;
  await page.goto(`/c/${id}?lang=${language}${code && `#invitation=${code}`}`);
  const top = async () => (await page.locator(".card").first().boundingBox())!.y;
  const isTold = (sentence: string) => page.getByText(sentence).first().isVisible();
  return { page, top, isTold, text: catalogueFor(language) };
}

describe.each(IN)("in %s", (language) => {
  test("the first question is near, and what it is about is told before", async () => {
    const { page, top, isTold, text } = await open(OPEN.id, language);
    expect(await top()).toBeLessThanOrEqual(MOST);
    const told = [text.rate.page.stored, formatDay(language, LAST_DAY), text.rate.page.begin];
    for (const sentence of told) expect(await isTold(sentence), sentence).toBe(true);
    expect(await page.getByRole("heading", { level: 1 }).isVisible()).toBe(true);
    expect(await isTold((OPEN.organiser!.name[language] ?? OPEN.organiser!.name["en"])!)).toBe(
      true,
    );
  });

  test("so it is for an invited expert, who is told what organisers see", async () => {
    const { top, isTold, text } = await open(OPEN.id, language, { code: "ABCD-EFGH-JKMN-PQRS" });
    expect(await top()).toBeLessThanOrEqual(MOST);
    const { expertsExactShort, expertsSeenHeading, expertsShort } = text.rate.answers;
    for (const sentence of [expertsShort, expertsExactShort, expertsSeenHeading]) {
      expect(await isTold(sentence), sentence).toBe(true);
    }
  });

  test("so it is where taking part may be dangerous, which is told", async () => {
    const { top, isTold, text } = await open(RISKY.id, language);
    expect(await top()).toBeLessThanOrEqual(MOST);
    expect(await isTold(text.rate.page.atRisk)).toBe(true);
    expect(await isTold(text.rate.page.leave)).toBe(true);
  });
});

test("long texts of organisers do not push it away, and fit a narrow page", async () => {
  for (const script of [true, false]) {
    const { page, top } = await open(LONG.id, "en", { script });
    expect(await top()).toBeLessThanOrEqual(MOST);
    if (!script) continue;
    await page.setViewportSize({ width: 320, height: 740 });
    for (const fold of await page.locator("#rate-intro > details > summary").all()) {
      await fold.click();
    }
    expect(await misfits(page)).toEqual([]);
    expect(await page.locator(".more-about > p").first().innerText()).toHaveLength(700);
  }
});

test("'begin' leads to the questions and leaves no entry in the history", async () => {
  const { page, text } = await open(RISKY.id, "kk");
  const entries = await page.evaluate(() => history.length);
  await page.getByRole("link", { name: text.rate.page.begin, exact: true }).click();
  await page.locator("form:focus").waitFor();
  expect(await page.evaluate(() => history.length)).toBe(entries);
  expect(page.url()).not.toContain("#");
});

test("an introduction begins with whole sentences, or with none", () => {
  const short = "Two sentences. Both short.";
  expect(openingOf(short, "en")).toBe(short);
  expect(openingOf(`${short} ${"Another one follows. ".repeat(20)}`, "en")).toMatch(/follows\.$/);
  expect(openingOf(`Мы спрашиваем жителей г. Алматы ${"о воде ".repeat(40)}`, "ru")).toBe("");
  expect(openingOf(`${"word ".repeat(60)}.`, "en")).toBe("");
  expect(openingOf("First\nparagraph.\n\nSecond.", "en")).toBe("First paragraph.");
  expect(openingOf("What we ask:\n- one\n- two", "en")).toBe("What we ask:");
});
