import { beforeAll, describe, expect, test } from "vitest";
import { amissOn, hasFocus, tabTo, walk } from "./keyboard.ts";
import { AT_RISK } from "../support/at-risk.ts";
import { addTo } from "./more-consultations.ts";
import { laidOut } from "./laid-out.ts";
import { toReview, toSaved } from "./respondent-ways.ts";
import { MODES, newVisitor, RATE_PAGE, stored, useSite } from "./visitor.ts";

/* Nothing but Tab, arrows, Space and Enter: no pointer, nowhere. */
const site = useSite();

beforeAll(() => addTo(site.server, AT_RISK));

const WALKS = [
  { name: "the answers", reach: (visitor) => visitor.go(RATE_PAGE) },
  { name: "the answers of people at risk", reach: (visitor) => visitor.go(`/c/${AT_RISK.id}`) },
  { name: "the review", reach: toReview },
  { name: "the receipt", reach: toSaved },
] satisfies { name: string; reach: typeof toReview }[];

describe.each([320, 1280])("with Tab at %i px", (width) => {
  test.each(WALKS)("$name: every place is seen, in order, there and back", async ({ reach }) => {
    // Without gliding: where the focus is is asked at once.
    const visitor = await newVisitor(site, { width, context: { reducedMotion: "reduce" } });
    const { page } = visitor;
    await reach(visitor);
    await laidOut(page);
    // What leads the eye goes on for two frames.
    await page.evaluate(async () => {
      for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    });
    await page.evaluate(() => {
      (document.activeElement as HTMLElement).blur();
      scrollTo({ top: 0, behavior: "instant" });
    });
    await page.locator("body").focus();
    const there = await walk(page, "Tab");
    const back = await walk(page, "Shift+Tab");
    expect(there.length).toBeGreaterThanOrEqual(8);
    for (const way of [there, back]) {
      expect.soft(amissOn(way)).toEqual({ unseen: [], behind: [], outOfView: [] });
    }
    // What stands beside another may begin a little higher; what stays in place has no place.
    const jumps = there.filter((one) => one.rise > 24);
    expect
      .soft(
        jumps.map((one) => one.what),
        "upwards",
      )
      .toEqual([]);
  });
});

const journeys = MODES.map((one) => ({ ...one, language: one.script ? "kk" : "ru" }) as const);

test.each(journeys)("a whole journey $mode", async ({ script, language }) => {
  const visitor = await newVisitor(site, { language, script });
  const { page, text, button, heading, choice, first } = visitor;
  const { answers, form, saved } = text.rate;
  const press = (...keys: string[]) =>
    keys.reduce<Promise<unknown>>(
      (before, key) => before.then(() => page.keyboard.press(key)),
      Promise.resolve(),
    );
  await visitor.go(RATE_PAGE);

  // Past the header.
  await press("Tab");
  expect(await hasFocus(page.getByRole("link", { name: text.common.skipToContent }))).toBe(true);
  await press("Enter");
  expect(await hasFocus(page.getByRole("main"))).toBe(true);

  // The first card as it is shown, whichever it is.
  const cards = await page
    .locator(".card")
    .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset["code"]!));
  const [one = "", two = ""] = cards;
  await tabTo(page, page.locator(".card summary").first());
  await press("Enter");
  expect(await page.locator(".card .measures li").first().isVisible()).toBe(true);
  await press("Tab", "Space", "ArrowDown", "ArrowDown", "ArrowRight");
  expect(await choice(one, 4).isChecked()).toBe(true);
  await press("ArrowLeft");
  expect(await choice(one, 3).isChecked()).toBe(true);

  if (script) {
    const next = button(answers.next);
    await tabTo(page, next);
    await press("Enter");
    expect(await hasFocus(page.locator(`[data-code="${two}"]`))).toBe(true);
  }
  await tabTo(page, choice(two, 1));
  await press("ArrowUp");
  expect(await choice(two, "no-opinion").isChecked()).toBe(true);

  for (const code of cards.slice(3, 6)) {
    await tabTo(page, first(code));
    await press("Space");
    expect(await first(code).isChecked()).toBe(true);
  }

  await tabTo(page, button(form.review));
  await press("Enter");
  const review = heading(form.reviewHeading);
  await review.waitFor();
  if (script) expect(await hasFocus(review)).toBe(true);

  // One answer is changed, from its row and back again.
  const row = page.locator(".read-back > div").filter({ hasText: `${two} ` });
  await tabTo(page, row.getByRole("button"));
  await press("Enter");
  const card = page.locator(`[data-code="${two}"]`);
  await card.waitFor();
  await expect.poll(() => card.evaluate((it) => it.getBoundingClientRect().top)).toBeLessThan(400);
  await tabTo(page, choice(two, "no-opinion"));
  await press("ArrowUp");
  expect(await choice(two, 5).isChecked()).toBe(true);
  await tabTo(page, button(form.review));
  await press("Enter");
  await tabTo(page, button(form.send));
  await press("Enter");

  const receipt = await visitor.savedReceipt();
  if (script) expect(await hasFocus(heading(saved.heading))).toBe(true);
  expect(await stored(site, receipt)).toMatchObject({
    revision: 1,
    ratings: { [one]: 3, [two]: 5 },
    first: expect.arrayContaining(cards.slice(3, 6)) as unknown,
  });

  // And the receipt is used.
  await tabTo(page, page.getByRole("link", { name: saved.link }));
  await press("Enter");
  // With its script, which fills the field.
  await visitor.arrived(text.rate.receipt.title);
  const field = page.getByLabel(text.rate.receipt.label, { exact: true });
  await tabTo(page, field);
  if (!script) await page.keyboard.type(receipt);
  await press("Enter");
  await page.getByRole("heading", { name: answers.returningHeading }).waitFor();
  expect(await choice(two, 5).isChecked()).toBe(true);
});
