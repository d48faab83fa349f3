import type { FaultKind } from "../../fault.ts";

/** Most bytes of an imported file or text. */
export const MOST_BYTES = 1_000_000;

/** What can be wrong with an import, besides what can be wrong with any input. */
const IMPORT_FAULTS = [
  "too-large",
  "too-many",
  "too-many-languages",
  "too-many-addressees",
  "empty",
  "not-text",
  "old-format",
  "not-a-spreadsheet",
  "too-large-inside",
  "not-json",
  "json-corrections",
  "json-whole",
  "broken-quotes",
  "columns-missing",
  "column-twice",
  "code",
  "code-missing",
  "code-repeated",
  "addressee-missing",
  "title-missing",
  "too-long",
  "too-many-measures",
  "formula",
  "no-text",
  "number-format",
] as const;
export type ImportFaultKind = FaultKind | (typeof IMPORT_FAULTS)[number];

/**
 * Where it is: the whole, a cell as the sheet names it with its column's heading, a row as the sheet
 * counts it, a line of a pasted text (from 1), or a JSON pointer.
 */
export type ImportPlace =
  | { whole: true }
  | { cell: string; heading: string }
  | { row: number }
  | { line: number }
  | { pointer: string };

/** One fault of an import, with what the sentence about it names. */
export interface ImportFault {
  place: ImportPlace;
  kind: ImportFaultKind;
  /** What stands there, shortened. Only ever shown as text. */
  found?: string;
  /** What may stand there instead, made from what does. */
  instead?: string;
  count?: number;
  most?: number;
}

/** The fault of the whole. */
export const wholeFault = (
  kind: ImportFaultKind,
  more: Pick<ImportFault, "found" | "count" | "most"> = {},
): { faults: ImportFault[] } => ({ faults: [{ place: { whole: true }, kind, ...more }] });

/** Most of a text that a sentence repeats. */
const MOST_REPEATED = 40;

/** A text as a sentence repeats it. */
export const repeated = (text: string): string => shortened(text.trim(), MOST_REPEATED);

/** A text of at most so many UTF-16 units, cut between words where it can be. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const start = text
    .slice(0, most - 1)
    .toWellFormed()
    .replace(/\uFFFD$/, "");
  return `${start.slice(0, start.lastIndexOf(" ") + 1 || start.length).trimEnd()}…`;
}
