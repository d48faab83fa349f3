/**
 * Texts as a cell of a spreadsheet (.xlsx) can hold them: Office Open XML, ECMA-376 part 1, §22.9.2.19
 * (`ST_Xstring`). What XML 1.0 cannot hold stands as `_x0000_`, its four digits those of a UTF-16 unit.
 */

/** A cell holds no more UTF-16 units; programs call a file with a longer text damaged. */
export const MOST_LETTERS = 32_767;

/**
 * What XML 1.0 forbids or advises against, half a character, and the carriage return, which readers of XML
 * make a line feed of. The library would leave out all of these, of half a character with the letter before it.
 */
const UNWRITABLE =
  // eslint-disable-next-line no-control-regex
  /[\0-\x08\x0B-\x1F\x7F-\x84\x86-\x9F\uFDD0-\uFDEF\uFFFD-\uFFFF]|[\uD83F\uD87F\uD8BF\uD8FF\uD93F\uD97F\uD9BF\uD9FF\uDA3F\uDA7F\uDABF\uDAFF\uDB3F\uDB7F\uDBBF\uDBFF][\uDFFE\uDFFF]/g;

/** `_x0041_` would be read as a letter. */
const LIKE_AN_ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** Signs with which a spreadsheet begins a formula; the wide ones count where letters are made alike first. */
const BEGINS_A_FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/**
 * With a leading apostrophe where a spreadsheet would take a text for a formula. In an .xlsx file none is: this
 * is for the CSV that somebody saves of it, and is what our own CSV files have (csv.ts). Source of the signs:
 * OWASP, "CSV Injection".
 */
export const unlikeFormula = (text: string): string =>
  BEGINS_A_FORMULA.test(text) ? `'${text}` : text;

/** A text as it is written into a cell; read back it is the same, but for half characters and what is too long. */
export function cellText(text: string): string {
  const written = cut(text.toWellFormed())
    .replace(LIKE_AN_ESCAPE, "_x005F_")
    .replace(UNWRITABLE, (found) => [...unitsOf(found)].map(escaped).join(""));
  // The library looks texts up among the properties of an object, and would find that it has these. What makes
  // them different is left out where the text is written.
  return written in Object.prototype ? `${written}\0` : written;
}

/** What is too long ends with an ellipsis, and never in half a character. */
const cut = (text: string): string =>
  text.length <= MOST_LETTERS
    ? text
    : `${text.slice(0, MOST_LETTERS - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;

function* unitsOf(text: string): Generator<number> {
  for (let place = 0; place < text.length; place++) yield text.charCodeAt(place);
}

const escaped = (unit: number): string => `_x${unit.toString(16).toUpperCase().padStart(4, "0")}_`;
