import type { ExportColumn } from "./columns.ts";

/** A column with its words in one language: what it says, and what each of its values means. */
export interface LabelledColumn {
  column: ExportColumn;
  label: string;
  /** One for each value of the column, in the same order. */
  values: readonly string[];
}

/** What a file that loads the table is made of. */
export interface Loaded {
  columns: readonly LabelledColumn[];
  /** The first line: which export this is. */
  heading: string;
  /** The name of the table beside it. */
  file: string;
}

/** The columns that hold numbers: all but the random one. */
export const numbersOf = (columns: readonly LabelledColumn[]): LabelledColumn[] =>
  columns.filter(({ column }) => column.values.length > 0);
