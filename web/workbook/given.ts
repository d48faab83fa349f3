import type { CodebookColumn } from "../../domain/release/codebook.ts";
import type { CellValue } from "../../domain/release/table.ts";
import type { ResultsView } from "../results/facts/view.ts";

/** What a column is called and what it means, in the reader's language. */
interface ColumnWords {
  label: string;
  description: string;
}

/** A table of a release with what its columns mean; its cells in their order. */
interface Table {
  columns: readonly CodebookColumn[];
  rows: readonly (readonly CellValue[])[];
}

/** The public tables of a release, as the CSV files have them. */
export interface Tables {
  /** Whole panels. */
  results: Table;
  /** Groups of the public; of the columns they have those that are `shown`. */
  groups: Table & { shown: readonly string[] };
  gaps: Table;
  /** The public with and without flagged ballots, where a release tells both. */
  flags?: Table;
}

/** What a workbook is made from. */
export interface Given extends Pick<
  ResultsView,
  "language" | "text" | "consultation" | "release" | "hash"
> {
  /** With all ballots, or without the flagged ones: then `release` is that of `unflaggedPanels`. */
  choices: Pick<ResultsView["choices"], "ballots">;
  /** Under which name people find us. */
  origin: string;
  tables: Tables;
  /** The words for the key of a column. */
  words: (key: string) => ColumnWords;
}
