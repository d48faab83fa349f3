import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readWorkbook } from "../../../functions/draft/import/workbook.ts";
import { MOST_LETTERS } from "../../../functions/sheet/cell-text.ts";
import { workbookBytes } from "../../../functions/sheet/workbook.ts";
import type { SheetCell, SheetData } from "../../../web/workbook/sheet.ts";

const column = (cells: readonly SheetCell[]): SheetData => ({
  name: "a",
  columns: [{ width: 20 }, { width: 5 }],
  rows: [["head", "end"], ...cells.map((cell): SheetCell[] => [cell, "."])],
});
const write = (cells: readonly SheetCell[], exact?: true) =>
  workbookBytes([column(cells)], { exact: exact === true });
/** What a reader shows in the first column, below its head. */
const shown = (bytes: Uint8Array): string[] =>
  readWorkbook(bytes)[0]!
    .rows.slice(1)
    .map(({ cells }) => cells[0] ?? "");
const part = (bytes: Uint8Array, name: string): string => strFromU8(unzipSync(bytes)[name]!);

const FORMULAS = ["=1+1", "+10 %", "-3", "@SUM(A1)", "\t=1", "＝1", "＋1", "－1", "＠a"];

describe("texts", () => {
  const WRITTEN = [
    "Қазақстан: әңғүұқөһі",
    "العربية \u0661",
    "👩‍👩‍👧 🇰🇿",
    'a "b", c; d',
    "line\nline",
    " ends ",
    "<b> & </b> ]]>",
    "_x0041_ _x005F_ _xD800_",
    "NUL \0 and \x1B, \x7F and \x9F, \uFFFE and \uFFFD",
    "\u{1FFFE} and \u{10FFFF}",
    // Properties that every object has.
    "constructor",
    "__proto__",
    "toString",
  ];

  test("come back letter by letter", async () => {
    const texts = [...WRITTEN, ...FORMULAS];
    expect(shown(await write(texts, true))).toEqual(texts);
  });

  test("with half a character, or too many, make no broken file", async () => {
    const long = "ж".repeat(MOST_LETTERS);
    const [high, low, whole, cut, pair] = shown(
      await write(["a\uD83D", "b\uDE00c", long, `${long}ж`, `${long.slice(2)}😀x`], true),
    );
    expect([high, low]).toEqual(["a\uFFFD", "b\uFFFDc"]);
    expect(whole).toBe(long);
    expect(cut).toBe(`${long.slice(1)}…`);
    expect(pair).toBe(`${long.slice(2)}…`);
  });

  test("a carriage return is none of XML's line ends", async () => {
    const bytes = await write(["a\rb"], true);
    expect(part(bytes, "xl/sharedStrings.xml")).toContain("<t>a_x000D_b</t>");
  });

  test("are texts to every program, never formulas", async () => {
    const sheet = part(await write([...WRITTEN, ...FORMULAS], true), "xl/worksheets/sheet1.xml");
    expect(sheet).not.toContain("<f");
    expect(sheet.match(/<c [^>]*t="s"/g)).toHaveLength(2 * (1 + WRITTEN.length + FORMULAS.length));
  });

  test("that a CSV would make formulas of have an apostrophe, unless they are to come back", async () => {
    expect(shown(await write(FORMULAS))).toEqual(FORMULAS.map((one) => `'${one}`));
    expect(shown(await write(WRITTEN))).toEqual(WRITTEN);
  });
});

test("numbers are numbers, those below zero too; what is no number is an empty cell", async () => {
  const numbers = [0, -3, 2.5, -0.25, 1e21, 123_456_789.125];
  const bytes = await write([...numbers, NaN, Infinity, ""]);
  const values = [
    ...part(bytes, "xl/worksheets/sheet1.xml").matchAll(/<c r="A(\d+)"(?: s="\d+")?><v>([^<]*)/g),
  ];
  expect(values.map(([, line, value]) => [Number(line), Number(value)])).toEqual(
    numbers.map((value, place) => [place + 2, value]),
  );
});

test("names of sheets fit every program, and no two are alike", async () => {
  const names = [
    "a/b:c*d?[e]\\f",
    "ӘЛЕУМЕТ",
    "әлеумет",
    "",
    "'x'",
    "History",
    "я".repeat(40),
    "я".repeat(31),
    `${"z".repeat(30)}😀`,
  ];
  const rows = [["head"], ["x"]];
  const bytes = await workbookBytes(names.map((name) => ({ name, columns: [{ width: 9 }], rows })));
  expect(readWorkbook(bytes).map(({ name }) => name)).toEqual([
    "a b c d  e  f",
    "ӘЛЕУМЕТ",
    "әлеумет 2",
    "Sheet 4",
    "x",
    "History 2",
    "я".repeat(31),
    `${"я".repeat(29)} 2`,
    "z".repeat(30),
  ]);
});

test("the same sheets are the same bytes, whenever they are made", async () => {
  // So large that the library packs it in a thread of its own.
  const cells = ["a", ...Array.from({ length: 5_000 }, (_, place) => place / 7)];
  const first = await write(cells);
  // A zip file tells dates in steps of two seconds.
  await new Promise((done) => setTimeout(done, 2_100));
  expect(Buffer.compare(await write(cells), first)).toBe(0);
});

test("the head stays in sight, columns are as wide as asked, long texts are wrapped", async () => {
  const bytes = await workbookBytes([
    {
      name: "a",
      columns: [
        { width: 12, bold: true },
        { width: 60, wrap: true },
      ],
      rows: [
        ["one", "two"],
        ["x", "y".repeat(200)],
      ],
      frozenColumns: 1,
      rightToLeft: true,
    },
  ]);
  const sheet = part(bytes, "xl/worksheets/sheet1.xml");
  expect(sheet).toMatch(
    /<pane [^>]*xSplit="1"[^>]*ySplit="1"|<pane [^>]*ySplit="1"[^>]*xSplit="1"/,
  );
  expect(sheet).toContain('state="frozen"');
  expect(sheet).toContain('rightToLeft="1"');
  expect(sheet).toMatch(/<col min="2" max="2" width="60" customWidth="1"\/>/);
  const styles = part(bytes, "xl/styles.xml");
  expect(styles).toContain("<b/>");
  expect(styles).toContain('wrapText="1"');
});
