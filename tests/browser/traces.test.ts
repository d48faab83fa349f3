import { readFile } from "node:fs/promises";
import { describe, expect, test, vi } from "vitest";
import { LANGUAGES } from "../support/languages.ts";
import { PATIENCE } from "../support/patience.ts";
import { fill } from "../../web/text.ts";
import { runCommand } from "../support/server.ts";
import { asTyped } from "../support/typed.ts";
import { KAZAKHSTAN } from "../support/world.ts";
import { RECEIPT_PAGE } from "./respondent-ways.ts";
import {
  answerOnce,
  MODES,
  newVisitor,
  RATE_PAGE,
  stored,
  typeInvitation,
  useSite,
} from "./visitor.ts";

/* What a browser's history would tell, what a receipt leaves in the hand, and codes typed badly. */

const site = useSite();

describe.each(MODES)("$mode", ({ script }) => {
  test.each(LANGUAGES)("title and address say nothing of the answers, in %s", async (language) => {
    const visitor = await newVisitor(site, { language, script });
    const { page, text, button, arrived } = visitor;
    const [titles, addresses] = [new Set<string>(), new Set<string>()];
    const note = async () => {
      // Between two pages there is none.
      await expect.poll(() => page.title()).not.toBe("");
      // A page that grows may still move to the place that its address names.
      await page.waitForLoadState("load");
      titles.add(await page.title());
      const { pathname, search, hash } = new URL(page.url());
      // Places on the page are named by the shuffled order, and mean nothing without it.
      addresses.add(`${pathname}${search}${hash.replace(/^#(at-\d+|first)$/, "")}`);
    };
    await visitor.go(RATE_PAGE);
    await note();
    await visitor.check();
    await visitor.refusal();
    await note();
    await page.getByRole("link", { name: text.rate.form.rateOne }).click();
    await note();
    await visitor.choice("K7", 5).check();
    await page.getByRole("button", { name: new RegExp(`^${text.rate.answers.clear}.*K7`) }).click();
    await note();
    await visitor.choice("K7", 4).check();
    await visitor.check();
    await arrived(text.rate.form.reviewHeading);
    await note();
    await visitor.send();
    await visitor.savedReceipt();
    await note();
    await button(text.rate.saved.change).click();
    await button(text.rate.form.review).waitFor();
    await note();
    const title = `${KAZAKHSTAN.title[language]} – Kenes`;
    const steps = [text.rate.titles.error, text.rate.titles.review, text.rate.titles.saved];
    expect([...titles]).toEqual([title, ...steps.map((step) => fill(step, { title }))]);
    const own = [`${RATE_PAGE}?lang=${language}`];
    // Without a script the form posts beside its own address, and the page for receipts opens what is stored.
    const posted = [`${RATE_PAGE}/?lang=${language}`, `${RECEIPT_PAGE}?lang=${language}`];
    expect([...addresses]).toEqual(script ? own : [...own, ...posted]);
  });

  test("an invitation is taken however it was typed, and its holder is told who can see what first", async () => {
    const { output } = await runCommand(site.server.folder, "invite", [KAZAKHSTAN.id, "1"]);
    const code = output.trim();
    const visitor = await newVisitor(site, { language: "ru", script });
    const { page, text } = visitor;
    await visitor.go(RATE_PAGE);
    await typeInvitation(visitor, asTyped(code));
    const { expertsExactShort, expertsSeen, expertsSeenHeading, expertsShort } = text.rate.answers;
    for (const sentence of [expertsShort, expertsExactShort]) {
      expect(await page.getByText(sentence).isVisible()).toBe(true);
    }
    await page.getByText(expertsSeenHeading).click();
    for (const sentence of expertsSeen) {
      expect(await page.getByText(sentence).isVisible()).toBe(true);
    }
    // Before the first answer: everything to be rated stands below.
    const top = async (what: ReturnType<typeof page.locator>) => (await what.boundingBox())!.y;
    const told = page.getByText(expertsSeen[2]!);
    expect(await top(told)).toBeLessThan(await top(page.locator("fieldset").first()));
    await visitor.choice("K1", 3).check();
    await visitor.send();
    expect(await stored(site, await visitor.savedReceipt())).toMatchObject({ panel: "expert" });
  });

  test("a receipt's link opens its ballot on another device, and the receipt stays out of every address", async () => {
    const visitor = await newVisitor(site, { language: "kk", script });
    const receipt = await answerOnce(visitor);
    const link = visitor.page.getByRole("link", { name: visitor.text.rate.saved.link });
    const address = (await link.getAttribute("href"))!;
    expect(address.split("#")[0]).not.toContain(receipt);
    expect(address.split("#")[1]).toBe(receipt);
    const other = await newVisitor(site, { language: "kk" });
    const asked: string[] = [];
    other.page.on("request", (request) => asked.push(request.url()));
    await other.page.goto(address);
    await other.button(other.text.rate.receipt.open).click();
    expect(await other.choice("W1", 2).isChecked()).toBe(true);
    expect([...asked, other.page.url()].filter((url) => url.includes(receipt))).toEqual([]);
  });
});

test("a mistyped invitation is noticed before anything is sent", async () => {
  const visitor = await newVisitor(site, { language: "kk" });
  const sent: string[] = [];
  visitor.page.on("request", (one) => sent.push(one.method()));
  await visitor.go(RATE_PAGE);
  await typeInvitation(visitor, "ABCD-EFGH-JKMN");
  await visitor.choice("K1", 3).check();
  sent.length = 0;
  await visitor.check();
  expect(await visitor.refusal()).toContain(visitor.text.problems["invitation-refused"]);
  const field = visitor.page.getByLabel(visitor.text.rate.answers.invitation, { exact: true });
  expect(await field.getAttribute("aria-invalid")).toBe("true");
  expect(sent).toEqual([]);
  await typeInvitation(visitor, "");
  await visitor.check();
  expect(await field.getAttribute("aria-invalid")).toBe(null);
});

test.each(LANGUAGES)(
  "a receipt as a file and on paper holds the way back and no answers, in %s",
  async (language) => {
    const visitor = await newVisitor(site, { language });
    const { page, text, button } = visitor;
    const receipt = await answerOnce(visitor);
    const coming = page.waitForEvent("download");
    await button(text.rate.saved.saveFile).click();
    const file = await readFile(await (await coming).path(), "utf8");
    expect(file.startsWith("\uFEFF")).toBe(true);
    expect(file).toContain(receipt);
    expect(file).toContain(`${site.server.url}${RECEIPT_PAGE}?lang=${language}`);
    expect(file).not.toContain(KAZAKHSTAN.title[language]);

    await page.evaluate(() => {
      window.print = () => document.body.append("printed");
    });
    await button(text.rate.saved.print).click();
    await page.getByText("printed").waitFor();
    await page.emulateMedia({ media: "print" });
    const paper = await page.locator("body").innerText();
    expect(paper).toContain(receipt);
    expect(paper).toContain(`${RECEIPT_PAGE}?lang=${language}`);
    expect(paper).not.toContain(text.common.scale[2]);
  },
);

test("Kazakh letters come from the same font as the rest, and none is downloaded", async () => {
  const visitor = await newVisitor(site, { language: "kk" });
  const { page } = visitor;
  const fonts: string[] = [];
  page.on("request", (one) => one.resourceType() === "font" && fonts.push(one.url()));
  await visitor.go(RATE_PAGE);
  const session = await page.context().newCDPSession(page);
  await session.send("DOM.enable");
  await session.send("CSS.enable");
  const fontsOf = async (text: string): Promise<[string, number][]> => {
    await page.locator("h1").evaluate((title, text) => (title.textContent = text), text);
    const { root } = await session.send("DOM.getDocument");
    const h1 = { nodeId: root.nodeId, selector: "h1" };
    const { nodeId } = await session.send("DOM.querySelector", h1);
    // Nothing is known of a text that has not been drawn yet.
    return vi.waitFor(async () => {
      const { fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId });
      if (fonts.length === 0) throw new Error("not drawn yet");
      return fonts.map(({ familyName, glyphCount }) => [familyName, glyphCount]);
    }, PATIENCE);
  };
  const [[family] = []] = await fontsOf("Абвгд");
  const letters = "ӘәҒғҚқҢңӨөҰұҮүҺһІі";
  expect(await fontsOf(letters)).toEqual([[family, letters.length]]);
  expect(fonts).toEqual([]);
});
