import type { Release } from "../release/schema.ts";

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

/** Hidden figures with their reasons, as one cell. */
export const reasons = (hidden: Record<string, string>): string =>
  Object.entries(hidden)
    .map((one) => one.join("="))
    .join(" ");
