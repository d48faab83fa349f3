import { csv } from "../csv.ts";
import type { Letter } from "../../web/invitation/letter.ts";
import type { MadeCode } from "./make.ts";

// With it, spreadsheets read the file as UTF-8.
const BYTE_ORDER_MARK = "\uFEFF";

/** What the columns are called, in the organiser's language. */
type Columns = Record<"label" | "code" | "address" | "language" | "subject" | "body", string>;

/** The head of a file of codes. */
export const csvHead = (columns: Columns): string =>
  BYTE_ORDER_MARK + csv([[columns.label, columns.code, columns.address]]);

/** Lines of a file of codes; a label that a spreadsheet would take for a formula is made a text. */
export const csvLines = (codes: readonly MadeCode[], address: (code: string) => string): string =>
  csv(codes.map(({ code, label }) => [label ?? "", code, address(code)]));

/** The head of a file for mail merge. */
export const lettersHead = (columns: Columns): string =>
  BYTE_ORDER_MARK +
  csv([
    [columns.language, columns.subject, columns.body, columns.address, columns.code, columns.label],
  ]);

/** Lines of a file for mail merge: for each code the letter in which it stands. */
export const lettersLines = (
  codes: readonly MadeCode[],
  address: (code: string) => string,
  letter: (code: string) => Letter,
): string =>
  csv(
    codes.map(({ code, label }) => {
      const { language, subject, body } = letter(code);
      return [language, subject, body, address(code), code, label ?? ""];
    }),
  );
