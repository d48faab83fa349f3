import type { FaultKind } from "../../fault.ts";

/** Most bytes of an imported file or text. */
export const MOST_BYTES = 1_000_000;

/** Most recommendations of an import. */
export const MOST_IMPORTED = 500;

/** What can be wrong with an import, besides what can be wrong with any input. */
const IMPORT_FAULTS = [
  "too-large",
  "too-many",
  "empty",
  "not-utf8",
  "not-a-spreadsheet",
  "too-large-inside",
  "not-json",
  "broken-quotes",
  "columns-missing",
  "row-too-long",
  "markup",
  "control",
  "formula",
  "too-long",
] as const;
export type ImportFaultKind = FaultKind | (typeof IMPORT_FAULTS)[number];

/** Where it is: the whole, a line of a table (from 1) with its column, or a JSON pointer. */
export type ImportPlace =
  | { whole: true }
  | { row: number; column: string | undefined }
  | { pointer: string };

/** One fault of an import. What stands there is never repeated back. */
export interface ImportFault {
  place: ImportPlace;
  kind: ImportFaultKind;
}

/** The fault of the whole. */
export const wholeFault = (kind: ImportFaultKind): { faults: ImportFault[] } => ({
  faults: [{ place: { whole: true }, kind }],
});

/** Which rule for texts a text breaks; `undefined` when it can be shown as it is. */
export function textFault(text: string, most: number): ImportFaultKind | undefined {
  if (/[<>]/.test(text)) return "markup";
  if (/[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u.test(text)) return "control";
  if (!text.isWellFormed()) return "control";
  return text.length > most ? "too-long" : undefined;
}
