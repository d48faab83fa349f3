import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../support/languages.ts";
import { KAZAKHSTAN } from "../support/world.ts";
import { newVisitor, RATE_PAGE, stored, typeInvitation, useSite, type Visitor } from "./visitor.ts";

/* "Keep my draft on this device": off at first, at one's own wish, and with an end. */

const site = useSite();

const choice = ({ page, text }: Visitor) =>
  page.getByRole("checkbox", { name: text.rate.answers.draftKeep });
/** What of us is in the device's storage. */
const kept = ({ page }: Visitor): Promise<Record<string, string>> =>
  page.evaluate(() => ({ ...localStorage }));

async function answerSome(visitor: Visitor): Promise<void> {
  await visitor.choice("W4", 5).check();
  await visitor.choice("K2", "no-opinion").check();
  await visitor.first("K2").check();
  await visitor.page
    .getByLabel(KAZAKHSTAN.about[0]!.question.ru)
    .or(visitor.page.getByLabel(KAZAKHSTAN.about[0]!.question.kk))
    .or(visitor.page.getByLabel(KAZAKHSTAN.about[0]!.question.en))
    .selectOption("abai");
  await typeInvitation(visitor, "ABCD-EFGH");
}

describe.each(LANGUAGES)("a draft in %s", (language) => {
  test("is kept only at one's own wish, comes back whole, and ends with sending", async () => {
    const visitor = await newVisitor(site, { language });
    const { page, text } = visitor;
    await visitor.go(RATE_PAGE);
    expect(await choice(visitor).isChecked()).toBe(false);
    await answerSome(visitor);
    expect(await kept(visitor)).toEqual({});
    await choice(visitor).check();
    await visitor.choice("K3", 1).check();
    const entered = await visitor.entered();

    // The browser is closed in the middle of it, and the page opened again.
    await visitor.go(RATE_PAGE);
    await page.getByText(text.rate.answers.draftBack).waitFor();
    // At the card that was answered last.
    await page.locator("fieldset.card[data-code=K3]:focus").waitFor();
    const without = (fields: [string, string][]) => fields.filter(([name]) => name !== "opened");
    expect(without(await visitor.entered())).toEqual(without(entered));
    const shown = await page
      .locator("fieldset.card")
      .evaluateAll((cards) => cards.map((card) => (card as HTMLElement).dataset["code"]));
    expect(shown.join(" ")).toBe(new Map(entered).get("order"));
    expect(await page.locator(`fieldset.card:nth-of-type(1)`).first().getAttribute("id")).toBe(
      "at-1",
    );

    await typeInvitation(visitor, "");
    await visitor.send();
    const receipt = await visitor.savedReceipt();
    expect(receipt).toBe(new Map(entered).get("receipt"));
    expect(await stored(site, receipt)).toMatchObject({
      ratings: { W4: 5, K2: "no-opinion", K3: 1 },
      positions: shown,
    });
    expect(await kept(visitor)).toEqual({});
    await visitor.go(RATE_PAGE);
    expect(await visitor.choice("W4", 5).isChecked()).toBe(false);
  });
});

test("a draft is deleted when the choice is taken back, and the answers stay on the page", async () => {
  const visitor = await newVisitor(site, { language: "ru" });
  await visitor.go(RATE_PAGE);
  await answerSome(visitor);
  await choice(visitor).check();
  expect(Object.keys(await kept(visitor))).toHaveLength(1);
  await choice(visitor).uncheck();
  expect(await kept(visitor)).toEqual({});
  expect(await visitor.choice("W4", 5).isChecked()).toBe(true);
  await visitor.choice("W3", 5).check();
  expect(await kept(visitor)).toEqual({});
});

test("a draft ends by itself after seven days, and is deleted unread", async () => {
  const visitor = await newVisitor(site, { language: "kk" });
  const { page } = visitor;
  await page.clock.install({ time: new Date("2026-11-01T12:00:00Z") });
  await visitor.go(RATE_PAGE);
  await answerSome(visitor);
  await choice(visitor).check();
  expect(await page.locator("#draft-choice output").innerText()).toContain("8");
  await page.clock.setSystemTime(new Date("2026-11-08T11:30:00Z"));
  await visitor.go(RATE_PAGE);
  expect(await visitor.choice("W4", 5).isChecked()).toBe(true);
  // Opening it is no answer, and does not make it live longer.
  await page.clock.setSystemTime(new Date("2026-11-08T12:30:00Z"));
  await visitor.go(RATE_PAGE);
  expect(await visitor.choice("W4", 5).isChecked()).toBe(false);
  expect(await kept(visitor)).toEqual({});
});

test("what something else wrote in a draft's place is deleted, and the page works", async () => {
  for (const rubbish of [
    "{",
    "null",
    "7",
    '{"until":1e99,"fields":[["rating.W1","5"]]}',
    `{"until":${Date.now() + 60_000}}`,
    `{"until":${Date.now() + 60_000},"fields":[7,["rating.W1"]]}`,
    `{"until":${Date.now() + 60_000},"fields":[["rating.W1","9"],["order","x"],["a]b","c"]]}`,
  ]) {
    const visitor = await newVisitor(site);
    await visitor.page.addInitScript(
      ([name, value]) => localStorage.setItem(name!, value!),
      [`kenes-draft ${KAZAKHSTAN.id}`, rubbish],
    );
    await visitor.go(RATE_PAGE);
    await visitor.page.locator("html[data-ready]").waitFor();
    await visitor.choice("K1", 4).check();
    await visitor.send();
    const { ratings, positions } = await stored(site, await visitor.savedReceipt());
    expect(ratings).toMatchObject({ K1: 4 });
    expect(positions).toHaveLength(KAZAKHSTAN.recommendations.length);
  }
});
