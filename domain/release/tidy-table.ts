import { PANELS } from "../ballot/ballot.ts";
import type { CodebookColumn } from "./codebook.ts";
import { figuresOf, type Place } from "./figure-at.ts";
import { FLAGS_TABLE_COLUMNS } from "./flags-columns.ts";
import { VIEWS } from "./flags-schema.ts";
import { GAP_COLUMNS, GAPS_TABLE_COLUMNS } from "./gaps-columns.ts";
import { type Release, SCALE_CODE } from "./schema.ts";
import type { CellValue } from "./table.ts";
import { TIDY_COLUMNS } from "./tidy-columns.ts";

/** In the column `group`: the panel as a whole. */
export const ALL = "all";

/** A row of a table, and what it is about. */
export interface TidyRow {
  place: Place;
  cells: CellValue[];
}

/**
 * A release as a tidy table (`TIDY_COLUMNS`): each recommendation by each panel, in catalogue order, then by each group of
 * the public. Every cell is the figure at its column's path and no other; one that is not shown is empty, and
 * `hidden` names its column with the reason.
 */
export function tidyRows(release: Release): TidyRow[] {
  const codes = release.recommendations.map(({ code }) => code);
  const places: Place[] = [
    ...codes.flatMap((code) => PANELS.map((panel) => ({ code, panel }))),
    ...release.segments.flatMap(({ question, option }) =>
      codes.map((code) => ({ code, panel: "public", question, option })),
    ),
  ];
  return rowsAt(release, TIDY_COLUMNS, places);
}

/** The same with one row for each recommendation: how far the experts are from the public (`GAPS_TABLE_COLUMNS`). */
export const gapRows = (release: Release): TidyRow[] =>
  rowsAt(
    release,
    GAPS_TABLE_COLUMNS,
    release.recommendations.map(({ code }) => ({ code })),
  );

/** The public with all ballots and without the flagged ones, one row for each recommendation and view (`FLAGS_TABLE_COLUMNS`). */
export const flagRows = (release: Release): TidyRow[] =>
  rowsAt(
    release,
    FLAGS_TABLE_COLUMNS,
    release.recommendations.flatMap(({ code }) => VIEWS.map((view) => ({ code, view }))),
  );

function rowsAt(
  release: Release,
  columns: readonly CodebookColumn[],
  places: readonly Place[],
): TidyRow[] {
  const at = figuresOf(release);
  return places.map((place) => {
    const hidden: string[] = [];
    const cells = columns.map(({ name, path }): CellValue => {
      if (name === "hidden") return hidden.join(" ");
      const said = placeCell(name, place);
      if (said !== undefined) return said;
      // What method 1 says of rules it had none of is only how it is read today.
      if (release.method === 1 && path.startsWith("rules/")) return "";
      const { value, reason } = at(path, place);
      if (reason !== undefined) hidden.push(`${name}=${reason}`);
      return typeof value === "boolean" ? String(value) : (value ?? "");
    });
    return { place, cells };
  });
}

/** A cell that says of whom a row is, or how all of them are read. */
function placeCell(
  name: string,
  { panel = "", question, option, view }: Place,
): string | undefined {
  switch (name) {
    case "view":
      return view;
    case "panel":
      return panel;
    case "group":
      return question === undefined ? ALL : `${question}:${option}`;
    case "question":
      return question ?? "";
    case "option":
      return option ?? "";
    case "scale":
      return SCALE_CODE;
    default:
      return undefined;
  }
}

const PATHS = new Map<string, string>(
  [...TIDY_COLUMNS, ...GAP_COLUMNS].map(({ name, path }) => [name, path]),
);

/** What of some columns is hidden at a place, with the reason of each: `mean=below-base rank=too-few-to-compare`. */
export function hiddenColumns(
  release: Release,
  columns: readonly string[],
): (place: Place) => string {
  const at = figuresOf(release);
  return (place) =>
    columns
      .flatMap((name) => {
        const { reason } = at(PATHS.get(name) ?? "", place);
        return reason === undefined ? [] : [`${name}=${reason}`];
      })
      .join(" ");
}
