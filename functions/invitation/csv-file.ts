import { csv } from "../csv.ts";
import type { MadeCode } from "./make.ts";

// With it, spreadsheets read the file as UTF-8.
const BYTE_ORDER_MARK = "\uFEFF";

/** The head of a file of codes, in the organiser's language. */
export const csvHead = (columns: { label: string; code: string; address: string }): string =>
  BYTE_ORDER_MARK + csv([[columns.label, columns.code, columns.address]]);

/** Lines of a file of codes; a label that a spreadsheet would take for a formula is made a text. */
export const csvLines = (codes: readonly MadeCode[], address: (code: string) => string): string =>
  csv(codes.map(({ code, label }) => [label ?? "", code, address(code)]));
