import type { Release } from "./schema.ts";
import type { CellValue } from "./table.ts";
import { withoutFlagged } from "./without-flagged.ts";

/** The first column of every table without flagged ballots, and what stands in each of its rows. */
const [COLUMN, LEFT_OUT] = ["flagged_ballots", "left-out"] as const;

/** What stands in the name of every file without flagged ballots. */
export const IN_FILE_NAMES = "without-flagged";

/** A table of whole panels: the names of its columns, and its cells in their order. */
export interface PanelTable {
  columns: readonly string[];
  rows: readonly (readonly CellValue[])[];
}

/**
 * A release as files without flagged ballots are made of it (`withoutFlagged`). Groups are told with all ballots only, so
 * they are left out: beside the public without flagged ballots they would be taken for parts of it.
 */
export const unflaggedPanels = (release: Release): Release => ({
  ...withoutFlagged(release),
  segments: [],
});

/**
 * Rows of a table of `unflaggedPanels` with the release in which their figures were counted: those of the public are of the
 * one that counted flagged ballots.
 */
export function countedIn({ columns, rows }: PanelTable, release: Release): PanelTable["rows"] {
  const [panel, madeIn] = [columns.indexOf("panel"), columns.indexOf("made_in")];
  const counted = release.flags?.madeIn ?? "";
  return rows.map((row) => (row[panel] === "public" ? row.with(madeIn, counted) : row));
}

/**
 * A table of `unflaggedPanels`, which says so in its first column: whoever gets it from somebody else sees neither its
 * name nor its address.
 */
export const markedUnflagged = (table: PanelTable, release: Release): PanelTable => ({
  columns: [COLUMN, ...table.columns],
  rows: countedIn(table, release).map((row) => [LEFT_OUT, ...row]),
});
