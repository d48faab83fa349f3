import type { Locator } from "playwright-core";
import { describe, expect, test } from "vitest";
import { CATALOGUES, LANGUAGES, LANGUAGE_NAMES } from "../support/languages.ts";
import { runCommand } from "../support/server.ts";
import { KAZAKHSTAN } from "../support/world.ts";
import { doubleClick } from "./hands.ts";
import {
  askFor,
  MODES,
  newVisitor,
  RATE_PAGE,
  stored,
  typeInvitation,
  useSite,
  type Visitor,
} from "./visitor.ts";

const site = useSite();

/** The codes of the cards from top to bottom. */
const shownOrder = async ({ page }: Visitor): Promise<string[]> => {
  const titles = await page.getByRole("heading", { level: 3, name: /^[WK]\d+ / }).allTextContents();
  return titles.map((title) => title.split(" ")[0]!);
};
const ofAddressee = (order: string[], addressee: string) =>
  order.filter((code) => code.startsWith(addressee));
const receiptIn = async ({ entered }: Visitor) =>
  (await entered()).find(([name]) => name === "receipt")![1];

describe.each(MODES)("the rate page $mode", ({ script }) => {
  test("shuffles within each addressee, and the order shown is the order recorded", async () => {
    const orders: string[][] = [];
    for (const _ of [1, 2, 3]) {
      const visitor = await newVisitor(site, { script });
      await visitor.go(RATE_PAGE);
      const order = await shownOrder(visitor);
      orders.push(order);
      expect(order).toEqual([...ofAddressee(order, "W"), ...ofAddressee(order, "K")]);
      expect(order.toSorted()).toEqual(
        KAZAKHSTAN.recommendations.map((one) => one.code).toSorted(),
      );
      await visitor.choice("K1", 3).check();
      await visitor.send();
      const { positions } = await stored(site, await visitor.savedReceipt());
      expect(positions).toEqual(order);
    }
    expect(new Set(orders.map((order) => ofAddressee(order, "K").join())).size).toBe(3);
  });

  test("keeps every answer, the order and the receipt through all three languages", async () => {
    const visitor = await newVisitor(site, { language: "en", script });
    await visitor.go(RATE_PAGE);
    await visitor.choice("W4", 5).check();
    await visitor.choice("K2", "no-opinion").check();
    await visitor.first("K2").check();
    await visitor.page.getByLabel("Where do you live?").selectOption("abai");
    await typeInvitation(visitor, "ABCD-EFGH");
    const entered = await visitor.entered();
    for (const language of ["kk", "ru", "en"] as const) {
      await visitor.button(LANGUAGE_NAMES[language]).click();
      const { review } = CATALOGUES[language].rate.form;
      await visitor.button(review).waitFor();
      await visitor.page.locator(`html[lang=${language}]`).waitFor();
      expect(await visitor.entered()).toEqual(entered);
      expect(await visitor.page.getByRole("alert").count()).toBe(0);
    }
  });

  test("refuses to send nothing: announces it, stores nothing and keeps what was entered", async () => {
    const visitor = await newVisitor(site, { language: "ru", script });
    await visitor.go(RATE_PAGE);
    await visitor.first("W1").check();
    const entered = await visitor.entered();
    await visitor.check();
    const refusal = await visitor.refusal();
    expect(refusal).toContain(visitor.text.problems["ballot-invalid"]);
    expect(refusal).toContain(visitor.text.rate.form.rateOne);
    expect(await visitor.entered()).toEqual(entered);
    expect((await askFor(site, await receiptIn(visitor))).status).toBe(404);
    // The named card is where the link leads, and it says what is wrong with it.
    await visitor.page.getByRole("link", { name: visitor.text.rate.form.rateOne }).click();
    const card = visitor.page.locator("fieldset:focus");
    const [top = ""] = await shownOrder(visitor);
    expect(await card.getByRole("heading").innerText()).toContain(top);
    expect(await card.innerText()).toContain(visitor.text.rate.form.rateOne);
  });

  test.each(LANGUAGES)(
    "refuses a used invitation in %s and keeps the answers",
    async (language) => {
      const { output } = await runCommand(site.server.folder, "invite", [KAZAKHSTAN.id, "1"]);
      const code = output.trim();
      const send = async () => {
        const visitor = await newVisitor(site, { language, script });
        await visitor.go(RATE_PAGE);
        await visitor.choice("K5", 4).check();
        await visitor.first("K6").check();
        await typeInvitation(visitor, code);
        const entered = await visitor.entered();
        await visitor.send();
        return { visitor, entered };
      };
      const first = await send();
      const { panel } = await stored(site, await first.visitor.savedReceipt());
      expect(panel).toBe("expert");

      const { visitor, entered } = await send();
      expect(await visitor.refusal()).toContain(visitor.text.problems["invitation-refused"]);
      expect(await visitor.entered()).toEqual(entered);
      expect((await askFor(site, await receiptIn(visitor))).status).toBe(404);
      await typeInvitation(visitor, "");
      await visitor.send();
      const saved = await stored(site, await visitor.savedReceipt());
      expect(saved).toMatchObject({ panel: "public", ratings: { K5: 4 }, first: ["K6"] });
    },
  );

  test("makes one ballot of a double click on send", async () => {
    const visitor = await newVisitor(site, { script });
    const puts: string[] = [];
    visitor.page.on("request", (one) => one.method() === "PUT" && puts.push(one.url()));
    await visitor.go(RATE_PAGE);
    await visitor.choice("W1", 5).check();
    // The second click of a double click must not press what has come under the pointer meanwhile.
    await doubleClick(visitor.button(visitor.text.rate.form.review), script);
    await visitor.arrived(visitor.text.rate.form.reviewHeading);
    await doubleClick(visitor.button(visitor.text.rate.form.send), script);
    const { revision } = await stored(site, await visitor.savedReceipt());
    expect([revision, puts.length]).toEqual([1, script ? 1 : 0]);
  });
});

test("with JavaScript the page leads to what is new: to the refusal, to 'saved', back to the answers", async () => {
  const visitor = await newVisitor(site, { width: 360 });
  const { page, text } = visitor;
  const { answers, saved } = text.rate;
  /** Whether the top of it is to be seen; scrolling may take a moment. */
  const comesIntoView = (what: Locator) =>
    expect
      .poll(() => what.evaluate((one) => one.getBoundingClientRect().top))
      .toSatisfy((top: number) => top >= 0 && top < 700);
  const hasFocus = (what: Locator) => what.evaluate((one) => one === document.activeElement);

  await visitor.go(RATE_PAGE);
  await visitor.check();
  const alert = page.getByRole("alert");
  await comesIntoView(alert);
  expect(await hasFocus(alert)).toBe(true);

  await visitor.choice("K8", 2).check();
  await visitor.send();
  const heading = visitor.heading(saved.heading);
  await comesIntoView(heading);
  expect(await hasFocus(heading)).toBe(true);

  await visitor.button(saved.change).click();
  await comesIntoView(page.getByRole("heading", { name: answers.returningHeading }));
  expect(await hasFocus(page.locator("form"))).toBe(true);
});

test("with JavaScript a fourth to do first cannot be chosen, until another is unticked", async () => {
  const visitor = await newVisitor(site, { language: "kk" });
  await visitor.go(RATE_PAGE);
  for (const code of ["W1", "K1", "K10"]) await visitor.first(code).check();
  expect(await visitor.first("K2").isDisabled()).toBe(true);
  const said = visitor.page
    .getByRole("status")
    .filter({ hasText: visitor.text.rate.answers.firstFull });
  await said.waitFor();
  // Why, right below what was pressed last: the third, and a fourth that is not taken.
  const below = async (code: string) =>
    visitor.first(code).evaluate((one) => one.parentElement!.nextElementSibling!.textContent);
  expect(await below("K10")).toBe(visitor.text.rate.answers.firstFull);
  await visitor.first("K2").click({ force: true });
  await expect.poll(() => below("K2")).toBe(visitor.text.rate.answers.firstFull);
  expect(await visitor.first("K2").isChecked()).toBe(false);
  await visitor.first("K1").uncheck();
  await visitor.first("K2").check();
  const first = (await visitor.entered()).filter(([name]) => name === "first");
  expect(first.map(([, code]) => code).toSorted()).toEqual(["K10", "K2", "W1"]);
});

test("without JavaScript a fourth to do first is refused, and all answers stay", async () => {
  const visitor = await newVisitor(site, { language: "kk", script: false });
  await visitor.go(RATE_PAGE);
  await visitor.choice("W2", 1).check();
  for (const code of ["W1", "K1", "K10", "K2"]) await visitor.first(code).check();
  const entered = await visitor.entered();
  await visitor.check();
  expect(await visitor.refusal()).toContain(visitor.text.rate.form.firstTooMany);
  expect(await visitor.entered()).toEqual(entered);
  await visitor.first("K1").uncheck();
  await visitor.send();
  const { first } = await stored(site, await visitor.savedReceipt());
  expect(first.toSorted()).toEqual(["K10", "K2", "W1"]);
});
