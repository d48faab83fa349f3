import { BINS, SCALE } from "../ballot/rating.ts";
import type { Release } from "./schema.ts";

export type CellValue = string | number;
/** A row by the names of its columns; what is missing or `null` is an empty cell. */
export type Row<Column extends string> = Partial<Record<Column, CellValue | boolean | null>>;
type Common = "consultation" | "release" | "released_at" | "final" | "simulated";

/** The rows as cells in the order of the columns, with what is the same in each row of a release. */
export function table<Column extends string>(
  release: Release,
  columns: readonly (Column | Common)[],
  rows: readonly Row<Column>[],
): CellValue[][] {
  const common: Row<Common> = {
    consultation: release.consultation,
    release: release.release,
    released_at: release.releasedAt,
    final: release.final,
    simulated: release.simulated,
  };
  return rows.map((row) => {
    const whole: Row<string> = { ...common, ...row };
    return columns.map((column) => {
      const value = whole[column] ?? "";
      return typeof value === "boolean" ? String(value) : value;
    });
  });
}

/** Columns for the counts as they were measured: the five points, no opinion, skipped. */
export const MEASURED_COLUMNS = [
  ...SCALE.map((point) => `measured_${point}` as const),
  "measured_no_opinion",
  "measured_skipped",
] as const;

/** Measured counts by their columns; all empty where none are published. */
export const measuredColumns = (
  measured: readonly number[],
): Row<(typeof MEASURED_COLUMNS)[number]> =>
  Object.fromEntries(BINS.map((_, bin) => [MEASURED_COLUMNS[bin]!, measured[bin] ?? null])) as Row<
    (typeof MEASURED_COLUMNS)[number]
  >;

/** Columns for how a release was made and protected, the same in each of its rows. */
export const METHOD_COLUMNS = [
  "method",
  "sigma",
  "promised",
  "schedule",
  "turn",
  "releases",
] as const;

/** How a release was made; an earlier method had neither this protection nor a plan. */
export function methodColumns({
  method,
  rules: { protection, schedule },
}: Release): Row<(typeof METHOD_COLUMNS)[number]> {
  if (method === 1) return { method };
  const { sigma, promised } = protection;
  const { every, turn, releases } = schedule;
  return { method, sigma, promised, schedule: every, turn, releases };
}
