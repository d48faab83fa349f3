import { beforeAll, describe, expect, test } from "vitest";
import { resultsAreOut } from "../../web/respondent/publishing-words.ts";
import { formatDay } from "../../web/text.ts";
import { KAZAKHSTAN } from "../support/world.ts";
import { AT_RISK } from "../support/at-risk.ts";
import { addTo, SHORT } from "./more-consultations.ts";
import { MODES, newVisitor, useSite } from "./visitor.ts";

/* What is said once answers are saved: what happens next, and how others can be told. */

const site = useSite();
const NEXT = "Кеңес әр ұсынымға жауап береді.";
const WEEKLY = {
  ...SHORT,
  id: "weekly",
  organiser: {
    ...KAZAKHSTAN.organiser!,
    next: { en: "n", ru: "n", kk: NEXT },
    nextBy: "2127-03-01",
  },
  release: { every: "week" as const },
  opensAt: "2026-01-01T00:00:00.000Z",
  closesAt: "2126-12-20T19:00:00.000Z",
};

beforeAll(() => Promise.all([WEEKLY, AT_RISK].map((one) => addTo(site.server, one))));

describe.each(MODES)("after sending, $mode", ({ script }) => {
  test("it says what happens next and when, and gives an address that tells nothing", async () => {
    const visitor = await newVisitor(site, { script, language: "kk" });
    const { page, text } = visitor;
    const words = text.rate.afterwards;
    // A device with a sheet for sharing, and a clipboard, which remember what they were given.
    await page.addInitScript(() => {
      const given: unknown[] = [];
      Object.assign(window, { given });
      const share = (what: unknown) => Promise.resolve(given.push(what));
      Object.assign(navigator, { share });
      Object.defineProperty(navigator, "clipboard", { value: { writeText: share } });
    });
    // By the link of nobody, with whatever an address may hold.
    await page.goto(`/c/${WEEKLY.id}?lang=kk&via=radio.0123#at-3`);
    await visitor.choice("K2", 4).check();
    await visitor.send();
    await visitor.savedReceipt();
    await page.getByText(NEXT).waitFor();
    const next = page.getByRole("region", { name: words.heading });
    const seen = (sentence: string) => next.getByText(sentence).isVisible();
    expect(await seen(text.rate.page.publishing.every.week)).toBe(true);
    expect(await seen(formatDay("kk", "2127-03-01"))).toBe(true);
    expect(await seen(text.rate.page.closes.split("{")[0]!)).toBe(true);
    const results = next.getByRole("link", { name: text.rate.page.results });
    expect(await results.getAttribute("href")).toBe(`/c/${WEEKLY.id}/results?lang=kk`);

    const address = `${site.server.url}/c/${WEEKLY.id}`;
    expect(await page.getByLabel(words.address).inputValue()).toBe(address);
    expect(await visitor.button(words.share).isVisible()).toBe(script);
    if (!script) return;
    await visitor.button(words.share).click();
    await visitor.button(words.copy).click();
    await page.getByText(words.copied, { exact: true }).waitFor();
    expect(await page.evaluate(() => Reflect.get(window, "given") as unknown)).toEqual([
      { text: WEEKLY.title.kk, url: address },
      address,
    ]);
    // And again, after the answers were changed.
    await visitor.button(text.rate.saved.change).click();
    await visitor.send();
    await page.getByText(NEXT).waitFor();
  });

  test("among people at risk nobody is asked to tell others", async () => {
    const visitor = await newVisitor(site, { script });
    await visitor.go(`/c/${AT_RISK.id}`);
    await visitor.choice("K2", 4).check();
    await visitor.send();
    await visitor.savedReceipt();
    const { heading, othersHeading } = visitor.text.rate.afterwards;
    await visitor.page.getByRole("heading", { name: heading, exact: true }).waitFor();
    expect(await visitor.page.getByText(othersHeading).count()).toBe(0);
  });
});

test("results are linked once the first have been due", () => {
  const out = (every: "close" | "week" | "demonstration", opensAt?: string) =>
    resultsAreOut(
      { every, opensAt, plannedClosing: undefined },
      Date.parse("2026-11-20T00:00:00Z"),
    );
  expect(out("week", "2026-11-14T00:00:00Z")).toBe(false);
  expect(out("week", "2026-11-12T00:00:00Z")).toBe(true);
  expect(out("close", "2020-01-01T00:00:00Z")).toBe(false);
  expect(out("demonstration")).toBe(true);
});
