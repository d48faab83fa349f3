import { arrangementOf } from "../../../../domain/draft/import/arrangement.ts";
import type { Imported } from "../../../../domain/draft/import/imported.ts";
import type { Sheet, SheetRow } from "../../../../domain/draft/import/sheet.ts";
import { importTable } from "../../../../domain/draft/import/table.ts";
import type { Language } from "../../../../domain/language.ts";

/** A sheet with those rows, from its first on. */
export const sheetOf = (
  rows: readonly (readonly string[])[],
  more: Record<number, Partial<SheetRow>> = {},
): Sheet => {
  const all = rows.map((cells, index) => ({ line: index + 1, cells, ...more[index + 1] }));
  const filled = all.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  return { name: "", rows: filled, count: filled.length, unread: [], notes: [] };
};

/** What a sheet becomes as its headings let one think. */
export function read(
  rows: readonly (readonly string[])[],
  languages: readonly Language[] = ["ru"],
  more: Record<number, Partial<SheetRow>> = {},
): Imported {
  const sheet = sheetOf(rows, more);
  return importTable(languages, sheet, arrangementOf(sheet, languages));
}

/** The values of one kind of note. */
export const noted = ({ notes }: Pick<Imported, "notes">, kind: string): readonly string[] =>
  notes.find((one) => one.kind === kind)?.values ?? [];

/** Each fault in one line: its place, its kind and what it proposes. */
export const faultsOf = ({ faults }: Pick<Imported, "faults">): string[] =>
  faults.map(({ place, kind, instead, count, most }) => {
    const at = "cell" in place ? place.cell : "line" in place ? `line ${place.line}` : "whole";
    return [at, kind, instead, count, most].filter((one) => one !== undefined).join(" ");
  });
