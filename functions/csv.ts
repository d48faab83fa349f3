import { stringify } from "csv-stringify/sync";

/** RFC 4180, with a leading apostrophe where a spreadsheet would take a text for a formula. */
export const csv = (rows: (string | number)[][]): string =>
  stringify(rows, { escape_formulas: true, record_delimiter: "windows" });
