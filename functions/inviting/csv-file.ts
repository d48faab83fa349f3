import type { MadeCode } from "./make.ts";
import { csv } from "../csv.ts";

/** What stands in the file, in the organiser's language. */
export interface CsvWords {
  columns: { label: string; code: string; address: string };
  /** The last line of a file that was broken off, for so many codes made. */
  brokenOff: (made: number) => string;
}

// With it, spreadsheets read the file as UTF-8.
const BYTE_ORDER_MARK = "\uFEFF";

/** The head of a file of codes. */
export const csvHead = ({ columns }: CsvWords): string =>
  BYTE_ORDER_MARK + csv([[columns.label, columns.code, columns.address]]);

/** Lines of a file of codes; a label that would be a formula is made a text. */
export const csvLines = (codes: readonly MadeCode[], address: (code: string) => string): string =>
  csv(codes.map(({ code, label }) => [label ?? "", code, address(code)]));
