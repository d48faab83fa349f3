import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { csv } from "../../functions/csv.ts";

const read = (text: string): string[][] => parse(text, { relax_column_count: true });
/** What was written, from what is read: where an apostrophe was put in front, without it. */
const written = (cell: string): string =>
  cell
    .split(/([\r\n\v\f\u0085\u2028\u2029])/)
    .map((line) => (/^'+[=+\-@\t\0\uFF1D\uFF0B\uFF0D\uFF20]/.test(line) ? line.slice(1) : line))
    .join("")
    .replace(/^'(?='*[\r\n])/, "");

test.each([..."=+-@\t\r\n\0", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"])(
  "a text or a header that begins with %j is no formula",
  (first) => {
    const text = `${first}cmd|'/c calc'!A1`;
    const [[header], [cell]] = read(csv([[text], [text]])) as [[string], [string]];
    expect(cell).toBe(`'${text}`);
    expect(header).toBe(cell);
  },
);

test("numbers are numbers, also below zero", () => {
  expect(csv([[-5, -0.25, 0, 1e-7, "-5"]])).toBe("-5,-0.25,0,1e-7,'-5\r\n");
});

const BREAKS = ["\n", "\r", "\r\n", "\v", "\f", "\u0085", "\u2028", "\u2029"];

test.each(BREAKS)("a line break %j is within quotes, and the line after it no formula", (end) => {
  const text = csv([[`a${end}=1+1`, `b${end}c`, `d${end}'@e`]]);
  expect(text).toBe(`"a${end}'=1+1","b${end}c","d${end}''@e"\r\n`);
  // Whoever ends rows wherever anything ends lines, and only then looks for cells.
  for (const row of text.split(/[\r\n\v\f\u0085\u2028\u2029]/)) {
    expect(row).not.toMatch(/(?:^|,)"?[=+\-@]/);
  }
});

test("what RFC 4180 asks to be quoted is, and nothing that it does not", () => {
  expect(csv([['say "a"', "a,b", "a;b", " a ", "", 5]])).toBe('"say ""a""","a,b",a;b, a ,,5\r\n');
});

test("what somebody wrote comes back, whatever it is", () => {
  const odd = fc.constantFrom(
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
    "\r\n",
    "\0",
    '"',
    "'",
    ",",
    ";",
    " ",
    "\uFF1D",
    "\uFF0D",
    "қ",
    "Ң",
    "ә",
    "й",
    "مرحبا",
    "\u202E",
    "\u200F",
    "שלום",
    "👩‍👩‍👧",
    "🇰🇿",
    "\uFEFF",
    "\u2028",
    "\u2029",
    "\u0085",
    "\v",
    "\f",
    "|",
    "x",
    "1",
  );
  const text = fc.oneof(
    fc.array(odd, { maxLength: 8 }).map((parts) => parts.join("")),
    fc.string({ unit: "grapheme" }),
  );
  // A row of one empty cell is no row to a reader.
  const rows = fc.array(fc.tuple(fc.constant("k"), text, text), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(rows, (table) => {
      const text = csv(table);
      expect(read(text).map((row) => row.map(written))).toEqual(table);
      for (const cell of read(text).flat()) expect(cell).not.toMatch(/^[=+\-@\t\r\n\0]/);
    }),
    { numRuns: 500 },
  );
});
