import { stringify } from "csv-stringify/sync";

/**
 * Where a text begins, or a line of it does, that some spreadsheet takes for a formula: by its first character, also
 * in full width, or by a tab or line break there, which some drop first (OWASP, "CSV Injection"). An apostrophe before
 * such a character counts as well, so that what `csv` writes can be told from what somebody wrote: exactly one was put
 * in front. Lines are told apart by all that anything ends lines at: whoever splits a file into lines before they
 * read quotation marks (`str.splitlines`, `awk`, a paste) has each line of a text for a row.
 */
const FORMULA =
  /^(?='*[=+\-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20])|(?<=[\r\n\v\f\u0085\u2028\u2029])(?='*[=+\-@\t\0\uFF1D\uFF0B\uFF0D\uFF20])/g;

/** A cell with one of these is quoted: RFC 4180 asks it of CR and LF, and some end rows at the others. */
const LINE_BREAK = /[\r\n\v\f\u0085\u2028\u2029]/;

/**
 * RFC 4180, UTF-8, with a leading apostrophe where a spreadsheet would take a text, or a line of it, for a formula.
 * Numbers stay numbers: `-5` is one, `"-5"` is a text.
 */
export const csv = (rows: readonly (readonly (string | number)[])[]): string =>
  stringify(
    rows.map((row) => row.map((cell) => (typeof cell === "string" ? neutral(cell) : cell))),
    { record_delimiter: "windows", quoted_match: LINE_BREAK },
  );

const neutral = (text: string): string => text.replace(FORMULA, "'");
