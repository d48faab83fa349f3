import { GAPS_TABLE_COLUMNS } from "../../domain/release/gaps-columns.ts";
import type { Release } from "../../domain/release/schema.ts";
import { TIDY_COLUMNS } from "../../domain/release/tidy-columns.ts";
import { gapRows, type TidyRow, tidyRows } from "../../domain/release/tidy-table.ts";
import type { Tables } from "./given.ts";

/** Columns that only tell whole panels and groups apart, each of which has a sheet of its own here. */
const OF_BOTH = ["group", "panel"];

/** The tables of a release as its CSV files have them, whole panels and groups apart. */
export function tablesOf(release: Release): Tables {
  const rows = tidyRows(release);
  const cells = (some: readonly TidyRow[]) => some.map((row) => row.cells);
  const isWhole = ({ place }: TidyRow) => place.question === undefined;
  return {
    results: { columns: TIDY_COLUMNS, rows: cells(rows.filter(isWhole)) },
    groups: {
      columns: TIDY_COLUMNS,
      rows: cells(rows.filter((row) => !isWhole(row))),
      // A path without a second part is of whole panels alone.
      shown: TIDY_COLUMNS.filter(
        ({ name, path }) => !OF_BOTH.includes(name) && (path === "" || path.includes(" | ")),
      ).map(({ name }) => name),
    },
    gaps: { columns: GAPS_TABLE_COLUMNS, rows: cells(gapRows(release)) },
  };
}
