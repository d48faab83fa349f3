import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { csv } from "../../functions/csv.ts";

const read = (text: string): string[][] => parse(text, { relax_column_count: true });
/** What was written, from what is read: where an apostrophe was put in front, without it. */
const written = (cell: string): string =>
  /^'+[=+\-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20]/.test(cell) ? cell.slice(1) : cell;

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

test("a line break of any kind is within quotes, so that no line of a text is a row", () => {
  expect(csv([["a\n=1+1", "b\r=1", "c\r\nd"]])).toBe('"a\n=1+1","b\r=1","c\r\nd"\r\n');
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
