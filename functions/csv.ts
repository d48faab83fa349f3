import { stringify } from "csv-stringify/sync";

/**
 * A text that some spreadsheet takes for a formula: by its first character, also in full width, or by a
 * tab or line break there, which some drop first (OWASP, "CSV Injection"). An apostrophe before such a character
 * counts as well, so that what `csv` writes can be told from what somebody wrote: exactly one was put in front.
 */
const FORMULA = /^'*[=+\-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20]/;

/**
 * RFC 4180, UTF-8, with a leading apostrophe where a spreadsheet would take a text for a formula. Numbers stay
 * numbers: `-5` is one, `"-5"` is a text. A cell with a line break of any kind is quoted, or its second line
 * would be a row of its own to whoever ends rows there.
 */
export const csv = (rows: readonly (readonly (string | number)[])[]): string =>
  stringify(
    rows.map((row) => row.map((cell) => (typeof cell === "string" ? neutral(cell) : cell))),
    { record_delimiter: "windows", quoted_match: /[\r\n]/ },
  );

const neutral = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
