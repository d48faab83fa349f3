import { describe, expect, onTestFinished, test } from "vitest";
import { CATALOGUES, LANGUAGES } from "../support/languages.ts";
import { fill } from "../../web/text.ts";
import { runCommand } from "../support/server.ts";
import { KAZAKHSTAN } from "../support/world.ts";
import { axeInTurns } from "./axe.ts";
import { unnamed, untranslated, watchFaults } from "./examine.ts";
import { misfits } from "./layout.ts";
import { MODES, newVisitor, RATE_PAGE, type Site, useSite, type Visitor } from "./visitor.ts";

const site = useSite();
const PAGE = `${RATE_PAGE}/translation`;
const cases = MODES.flatMap(({ mode, script }) =>
  LANGUAGES.flatMap((language) => [360, 1280].map((width) => ({ mode, script, language, width }))),
);

/** The fields and buttons of the page, by what they are called. */
const controls = ({ page, text, button }: Visitor) => ({
  place: page.getByLabel(text.translation.place),
  text: page.getByLabel(text.translation.text),
  send: button(text.translation.send),
});
const reports = (...words: string[]) =>
  runCommand(site.server.folder, "reports", [KAZAKHSTAN.id, ...words]);
const examine = async ({ page }: Visitor, language: (typeof LANGUAGES)[number]) => ({
  unnamed: await unnamed(page),
  untranslated: await untranslated(page, language),
  misfits: await misfits(page),
});
const FINE = { unnamed: [], untranslated: [], misfits: [] };

describe("a bad translation is reported", () => {
  test.each(cases)("$mode in $language at $width px", async ({ script, language, width }) => {
    const visitor = await newVisitor(site, { language, script, width });
    const { page, text, arrived } = visitor;
    const words = text.translation;
    const faults = await watchFaults(page, site.server.url);
    const { place, text: field, send } = controls(visitor);
    await visitor.go(PAGE);
    const title = `${words.title} – ${KAZAKHSTAN.title[language]} – Kenes`;
    expect(await page.title()).toBe(title);
    expect(await examine(visitor, language)).toEqual(FINE);

    // Refused: the summary has the focus, leads to the field, and nothing is lost.
    await place.selectOption("about.age");
    await field.fill(" ?");
    await send.click();
    const short = fill(words.textShort, { least: 3 });
    expect(await visitor.refusal()).toContain(text.problems["report-invalid"]);
    // It takes the focus with the first frame that is drawn.
    await expect
      .poll(() => page.getByRole("alert").evaluate((one) => one === document.activeElement))
      .toBe(true);
    expect(await page.title()).toBe(fill(text.rate.titles.error, { title }));
    expect([await place.inputValue(), await field.inputValue()]).toEqual(["about.age", " ?"]);
    expect(await examine(visitor, language)).toEqual(FINE);
    await page.getByRole("link", { name: short }).click();
    expect(await field.evaluate((one) => one === document.activeElement)).toBe(true);

    await field.fill(`=1+1 ${words.send} ${width} ${String(script)}`);
    await send.click();
    await arrived(words.storedTitle);
    expect(await examine(visitor, language)).toEqual(FINE);
    expect((await faults()).filter((fault) => !/status of 422/.test(fault))).toEqual([]);
    const { output } = await reports();
    expect(output).toContain(
      `,${language},about.age,'=1+1 ${words.send} ${width} ${String(script)}\r\n`,
    );
  });
});

test("every button is reached and the report sent with the keyboard alone", async () => {
  const visitor = await newVisitor(site, { language: "ru", script: false });
  const { page, text, arrived } = visitor;
  await visitor.go(PAGE);
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const focused = () => page.evaluate(() => document.activeElement?.id);
  // Skip link, site name, three languages, and then the fields in their order.
  await press("Tab", "Tab", "Tab", "Tab", "Tab", "Tab");
  expect(await focused()).toBe("place");
  await press("ArrowDown", "ArrowDown", "Tab");
  expect(await focused()).toBe("text");
  await page.keyboard.type("Непонятно");
  await press("Tab", "Enter");
  await arrived(text.translation.storedTitle);
  expect((await reports()).output).toContain(",ru,summary,Непонятно\r\n");
});

test("switching the language keeps what was entered", async () => {
  const visitor = await newVisitor(site, { language: "kk", script: false });
  const { place, text } = controls(visitor);
  await visitor.go(PAGE);
  await place.selectOption("W2");
  await text.fill("Қате\nсөз");
  await visitor.button("Русский").click();
  await visitor.arrived(CATALOGUES.ru.translation.title);
  const there = controls({ ...visitor, text: CATALOGUES.ru });
  expect([await there.place.inputValue(), await there.text.inputValue()]).toEqual([
    "W2",
    "Қате\nсөз",
  ]);
  expect(await examine(visitor, "ru")).toEqual(FINE);
});

test.each(LANGUAGES.flatMap((language) => [360, 1280].map((width) => ({ language, width }))))(
  "axe finds nothing on the form, refused and stored too, in $language at $width px",
  async ({ language, width }) => {
    const axe = axeInTurns(language);
    const page = await pageForAxe(site, width);
    const words = CATALOGUES[language].translation;
    const send = () => page.getByRole("button", { name: words.send }).click();
    await page.goto(`${PAGE}?lang=${language}`);
    expect(await axe(page)).toEqual([]);
    await send();
    await page.getByRole("alert").waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole("combobox").selectOption("page");
    await page.getByRole("textbox").fill("abc");
    await send();
    await page.getByRole("heading", { name: words.storedTitle }).waitFor();
    expect(await axe(page)).toEqual([]);
  },
);

test("the organisers' command prints the reports, and on demand deletes what it printed", async () => {
  const { code, output } = await reports("--clear");
  const [columns = "", first = ""] = output.split("\r\n");
  expect([code, columns]).toEqual([0, "day,language,place,text"]);
  expect(first).toMatch(/^\d{4}-\d\d-\d\d,(en|ru|kk),[\w.]+,/);
  expect(output).toMatch(/Deleted \d\d reports of kazakhstan-2019\.\n$/);
  expect((await reports("--clear")).output).toBe(
    "day,language,place,text\r\nDeleted 0 reports of kazakhstan-2019.\n",
  );
  expect(await reports("--all")).toMatchObject({ code: 2 });
});

/** A page into which axe may be put: our policy lets no other script in. */
async function pageForAxe({ browser, server }: Site, width: number) {
  const viewport = { width, height: 800 };
  const context = await browser.newContext({ baseURL: server.url, bypassCSP: true, viewport });
  onTestFinished(() => context.close());
  return context.newPage();
}
