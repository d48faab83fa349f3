import { FLAGS_TABLE_COLUMNS } from "../../domain/release/flags-columns.ts";
import { GAPS_TABLE_COLUMNS } from "../../domain/release/gaps-columns.ts";
import type { Release } from "../../domain/release/schema.ts";
import { TIDY_COLUMNS } from "../../domain/release/tidy-columns.ts";
import { countedIn } from "../../domain/release/unflagged-tables.ts";
import { tellsWithout } from "../../domain/release/without-flagged.ts";
import { flagRows, gapRows, type TidyRow, tidyRows } from "../../domain/release/tidy-table.ts";
import type { Given, Tables } from "./given.ts";

/** Columns that only tell whole panels and groups apart, each of which has a sheet of its own here. */
const OF_BOTH = ["group", "panel"];

/** The tables of a release as its CSV files have them, whole panels and groups apart. */
export function tablesOf(release: Release, ballots: Given["choices"]["ballots"]): Tables {
  const rows = tidyRows(release);
  const cells = (some: readonly TidyRow[]) => some.map((row) => row.cells);
  const isWhole = ({ place }: TidyRow) => place.question === undefined;
  const whole = cells(rows.filter(isWhole));
  const names = TIDY_COLUMNS.map(({ name }) => name);
  return {
    results: {
      columns: TIDY_COLUMNS,
      rows: ballots === "all" ? whole : countedIn({ columns: names, rows: whole }, release),
    },
    groups: {
      columns: TIDY_COLUMNS,
      rows: cells(rows.filter((row) => !isWhole(row))),
      // A path without a second part is of whole panels alone.
      shown: TIDY_COLUMNS.filter(
        ({ name, path }) => !OF_BOTH.includes(name) && (path === "" || path.includes(" | ")),
      ).map(({ name }) => name),
    },
    gaps: { columns: GAPS_TABLE_COLUMNS, rows: cells(gapRows(release)) },
    ...(tellsWithout(release) && {
      flags: { columns: FLAGS_TABLE_COLUMNS, rows: cells(flagRows(release)) },
    }),
  };
}
