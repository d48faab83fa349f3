import { describe, expect, test } from "vitest";
import { LANGUAGES, LANGUAGE_NAMES, type Language } from "../support/languages.ts";
import { fill } from "../../web/text.ts";
import { KAZAKHSTAN } from "../support/world.ts";
import { askFor, MODES, newVisitor, RATE_PAGE, stored, useSite, type Visitor } from "./visitor.ts";

/* Looking the answers through before they are sent, and the way to what is still unanswered. */

const site = useSite();
const TOTAL = KAZAKHSTAN.recommendations.length;

/** What the review says of each answer, by what it is called. */
const reviewed = async ({ page }: Visitor): Promise<Map<string, string>> => {
  const rows = await page.locator(".read-back > div").evaluateAll((all) =>
    all.map((row) => {
      const [label, answer] = row.querySelectorAll("dt, dd");
      return [label!.textContent!, answer!.textContent!] as const;
    }),
  );
  return new Map(rows);
};

const bareTitle = (code: string, language: Language) =>
  KAZAKHSTAN.recommendations.find((one) => one.code === code)!.title[language];
const titleOf = (code: string, language: Language) => `${code} ${bareTitle(code, language)}`;

const progress = ({ text }: Visitor, count: number) =>
  fill(text.rate.form.progress, { count, total: TOTAL });

describe.each(MODES)("before sending, $mode", ({ script }) => {
  test.each(LANGUAGES)(
    "everything answered and left out is shown, and nothing is sent, in %s",
    async (language) => {
      const visitor = await newVisitor(site, { language, script });
      const { text, page } = visitor;
      await visitor.go(RATE_PAGE);
      await visitor.choice("W2", 4).check();
      await visitor.choice("K14", "no-opinion").check();
      await visitor.first("K14").check();
      await visitor.first("W1").check();
      await page.getByLabel(KAZAKHSTAN.about[0]!.question[language]).selectOption("abai");
      const entered = await visitor.entered();
      await visitor.check();
      await visitor.arrived(text.rate.form.reviewHeading);
      const rows = await reviewed(visitor);
      expect(rows.size).toBe(TOTAL + 1 + KAZAKHSTAN.about.length);
      expect(rows.get(titleOf("W2", language))).toBe(`4 – ${text.common.scale[4]}`);
      expect(rows.get(titleOf("K14", language))).toBe(text.common.noOpinion);
      expect(rows.get(titleOf("K1", language))).toBe(text.rate.saved.skipped);
      const titles = ["W1", "K14"].map((code) => `– ${bareTitle(code, language)}`);
      expect(rows.get(text.rate.saved.firstHeading)).toBe(titles.join(""));
      const abai = KAZAKHSTAN.about[0]!.options.find(({ code }) => code === "abai")!;
      expect(rows.get(KAZAKHSTAN.about[0]!.question[language])).toBe(abai.label[language]);
      expect(await page.getByText(text.rate.form.notSentYet).count()).toBe(1);
      expect(await page.getByText(progress(visitor, 2)).filter({ visible: true }).count()).toBe(1);
      const now = await visitor.entered();
      expect(now).toEqual(entered);
      // The receipt was never sent anywhere.
      expect((await askFor(site, new Map(now).get("receipt")!)).status).toBe(404);
    },
  );

  test("one answer can be changed and another given, and the review follows", async () => {
    const visitor = await newVisitor(site, { language: "kk", script });
    const { text, page, button } = visitor;
    const { form, saved } = text.rate;
    const press = (what: string, code: string) =>
      page.getByRole("button", { name: `${what}: ${titleOf(code, "kk")}` }).click();
    await visitor.go(RATE_PAGE);
    await visitor.choice("W2", 4).check();
    await visitor.check();
    await press(form.change, "W2");
    const card = page.locator("fieldset").filter({ hasText: titleOf("W2", "kk") });
    await expect.poll(() => inView(card)).toBe(true);
    await visitor.choice("W2", 1).check();
    await visitor.check();
    await press(form.answer, "K9");
    await page.waitForLoadState("domcontentloaded");
    await visitor.choice("K9", 5).check();
    await visitor.check();
    await visitor.arrived(form.reviewHeading);
    await button(form.backToAnswers).click();
    await page.waitForLoadState("domcontentloaded");
    await visitor.first("K9").check();
    await visitor.check();
    await visitor.arrived(form.reviewHeading);
    const rows = await reviewed(visitor);
    expect(rows.get(titleOf("W2", "kk"))).toBe(`1 – ${text.common.scale[1]}`);
    expect(rows.get(saved.firstHeading)).toBe(bareTitle("K9", "kk"));
    await visitor.send();
    const ballot = await stored(site, await visitor.savedReceipt());
    expect(ballot).toMatchObject({ revision: 1, ratings: { W2: 1, K9: 5 }, first: ["K9"] });
  });

  test("there is a way to the first recommendation that is still open", async () => {
    const visitor = await newVisitor(site, { language: "ru", script });
    await visitor.go(RATE_PAGE);
    const order = new Map(await visitor.entered()).get("order")!.split(" ");
    for (const code of order.slice(0, 2)) await visitor.choice(code, 3).check();
    await visitor.check();
    await visitor.button(visitor.text.rate.form.toUnanswered).click();
    const card = visitor.page.locator("fieldset").filter({ hasText: titleOf(order[2]!, "ru") });
    await expect.poll(() => inView(card.first())).toBe(true);
  });

  test("who answers faster than one can read is asked kindly, once, and may send all the same", async () => {
    const visitor = await newVisitor(site, { language: "en", script });
    const { text, page } = visitor;
    await visitor.go(RATE_PAGE);
    // Eighteen answers in a moment, as a program or somebody in a hurry gives them.
    await page.locator("form").evaluate((form) => {
      for (const one of form.querySelectorAll<HTMLInputElement>("[type=radio][value='3']"))
        one.click();
      form.querySelector<HTMLElement>("[value=review]")?.click();
    });
    await visitor.arrived(text.rate.form.reviewHeading);
    expect(await page.getByText(text.rate.form.quick).count()).toBe(1);
    await visitor.send();
    const { ratings } = await stored(site, await visitor.savedReceipt());
    expect(Object.keys(ratings)).toHaveLength(TOTAL);
  });

  test("who takes the time is not asked", async () => {
    const visitor = await newVisitor(site, { language: "en", script });
    await visitor.go(RATE_PAGE);
    await visitor.choice("W1", 3).check();
    await visitor.page.waitForTimeout(2_200); // The time itself is what counts.
    await visitor.choice("W2", 3).check();
    await visitor.check();
    await visitor.arrived(visitor.text.rate.form.reviewHeading);
    expect(await visitor.page.getByText(visitor.text.rate.form.quick).count()).toBe(0);
  });
});

const inView = (what: ReturnType<Visitor["first"]>): Promise<boolean> =>
  what.evaluate((one) => {
    const { top } = one.getBoundingClientRect();
    return top >= -4 && top < innerHeight;
  });

test("with JavaScript, progress counts on and leads to the next one that is open, round again from the top", async () => {
  const visitor = await newVisitor(site, { language: "kk", width: 360 });
  const { page, button } = visitor;
  const { next } = visitor.text.rate.answers;
  await visitor.go(RATE_PAGE);
  const order = new Map(await visitor.entered()).get("order")!.split(" ");
  const at = (index: number) => page.locator(`fieldset[data-code=${order[index]}]:focus`);
  const said = (count: number) => page.locator("#progress").getByText(progress(visitor, count));
  await visitor.choice(order[1]!, 2).check();
  await said(1).waitFor();
  await button(next).click();
  await at(2).waitFor();
  await visitor.choice(order[TOTAL - 1]!, "no-opinion").check();
  await said(2).waitFor();
  await button(next).click();
  await at(0).waitFor();
  for (const code of order) await visitor.choice(code, 1).check();
  await said(TOTAL).waitFor();
  expect(await button(next).isVisible()).toBe(false);
  // Taking an answer back counts too.
  await page
    .getByRole("button", { name: fill(visitor.text.rate.answers.clearNamed, { code: "K3" }) })
    .click();
  await said(TOTAL - 1).waitFor();
});

test("with JavaScript, the browser's way back leads from the review to the answers", async () => {
  const visitor = await newVisitor(site);
  await visitor.go(RATE_PAGE);
  await visitor.choice("K1", 2).check();
  const [entered, address] = [await visitor.entered(), visitor.page.url()];
  await visitor.check();
  await visitor.page.goBack();
  await visitor.button(visitor.text.rate.form.review).waitFor();
  expect(await visitor.entered()).toEqual(entered);
  expect(visitor.page.url()).toBe(address);
});

test("with JavaScript, the browser asks before unsaved answers go away with the page, and not after", async () => {
  const visitor = await newVisitor(site);
  const asked: string[] = [];
  visitor.page.on("dialog", async (dialog) => {
    asked.push(dialog.type());
    await dialog.accept();
  });
  await visitor.go(RATE_PAGE);
  await visitor.choice("K1", 2).check();
  await visitor.button(LANGUAGE_NAMES.ru).click();
  await visitor.page.locator("html[lang=ru]").waitFor();
  expect(asked).toEqual([]);
  await visitor.go(RATE_PAGE);
  await visitor.choice("K1", 2).check();
  await visitor.go(RATE_PAGE);
  expect(asked).toEqual(["beforeunload"]);
  await visitor.choice("K1", 2).check();
  await visitor.send();
  await visitor.savedReceipt();
  await visitor.go(RATE_PAGE);
  expect(asked).toEqual(["beforeunload"]);
});
