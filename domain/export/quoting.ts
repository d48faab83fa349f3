/**
 * Texts of organisers as strings of four languages. Whatever stands in them, they end where we end them: a
 * quotation mark, apostrophe, backslash, backtick or line break in a title must not become a command.
 */

/** One line without control characters or halves of characters. */
const oneLine = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029\s]+/gu, " ")
    .trim();

/** As much of a text as its limit allows, with a sign where some was cut off. Limits are in UTF-8 bytes, or in characters. */
function cut(text: string, most: number, size: (text: string) => number): string {
  if (size(text) <= most) return text;
  const letters = [...text];
  while (letters.length > 0 && size(`${letters.join("")}…`) > most) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}
const bytesOf = (text: string): number => {
  let bytes = 0;
  for (const letter of text) {
    const point = letter.codePointAt(0)!;
    bytes += point < 0x80 ? 1 : point < 0x8_00 ? 2 : point < 0x1_00_00 ? 3 : 4;
  }
  return bytes;
};
const lettersOf = (text: string): number => [...text].length;

/** Bytes of a variable's and of a value's label in SPSS (Command Syntax Reference, VARIABLE LABELS and VALUE LABELS). */
const SPSS_VARIABLE = 255;
const SPSS_VALUE = 120;
/** Characters of a variable's label in Stata (`help limits`); values' are cut alike, to be read in tables. */
const STATA_VARIABLE = 80;
const STATA_VALUE = 120;

/** In single quotes, of which one inside is doubled; nothing else has a meaning there. */
const spss = (text: string, most: number): string =>
  `'${cut(oneLine(text), most, bytesOf).replaceAll("'", "''")}'`;
export const spssLabel = (text: string): string => spss(text, SPSS_VARIABLE);
export const spssValueLabel = (text: string): string => spss(text, SPSS_VALUE);

/**
 * In Stata macros are put in before quotes are looked at, and `/*` begins a comment inside of quotes too. There is
 * no way to write these that holds everywhere, so they are replaced by characters that look like them.
 */
const STATA_ALIKE: Readonly<Record<string, string>> = { "`": "‘", '"': "”", "'": "’", $: "＄" };
const stata = (text: string, most: number): string =>
  `"${cut(oneLine(text), most, lettersOf)
    .replace(/[`"'$]/g, (one) => STATA_ALIKE[one]!)
    .replace(/\/(?=[/*])|(?<=[/*])\//g, "∕")
    .replaceAll("\\", "＼")}"`;
export const stataLabel = (text: string): string => stata(text, STATA_VARIABLE);
export const stataValueLabel = (text: string): string => stata(text, STATA_VALUE);

/**
 * A string of R and of Python alike, in letters that every locale and code page has: `\uXXXX`, and `\UXXXXXXXX` beyond
 * (R: `?Quotes`; Python Language Reference, 2.4.1).
 */
export const escaped = (text: string): string =>
  `"${[...oneLine(text)]
    .map((letter) => {
      const point = letter.codePointAt(0)!;
      if (letter === '"' || letter === "\\") return `\\${letter}`;
      if (point >= 0x20 && point < 0x7f) return letter;
      const digits = point.toString(16);
      return point > 0xff_ff ? `\\U${digits.padStart(8, "0")}` : `\\u${digits.padStart(4, "0")}`;
    })
    .join("")}"`;

/** What stands in a comment of any of them: one line that ends no comment and runs on into no other. */
export const commentLine = (text: string): string =>
  oneLine(text).replace(/[^\p{L}\p{M}\p{N} ,:;()–-]/gu, " ");
