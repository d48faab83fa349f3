/** Texts as a table: what a spreadsheet shows, and what is read of it. */
import { type Language, readLanguage } from "../../language.ts";
import type { SheetRow } from "../import/sheet.ts";
import type { Draft } from "../draft.ts";
import { valueOf } from "../draft.ts";
import type { Incoming } from "./decide.ts";
import { TEXT_STATES, type TextRow } from "./rows.ts";

/** The columns, by the word that each begins with. Others may stand beside them: notes, say. */
const COLUMNS = ["place", "original", "translation", "state"] as const;
type Column = (typeof COLUMNS)[number];

/** The table with its head, which names the languages. */
export const textTable = (
  rows: readonly TextRow[],
  original: Language,
  language: Language,
): string[][] => [
  ["place", `original (${original})`, `translation (${language})`, "state"],
  ...rows.map(({ place, original, translation, state }) => [place, original, translation, state]),
];

/** The texts of a table with the language that its head names; `undefined` where a column is missing. */
export function readTextTable(
  rows: readonly SheetRow[],
): { language: Language | undefined; texts: Incoming[] } | undefined {
  const [head, ...body] = rows;
  const at = (column: Column) =>
    head?.cells.findIndex((cell) => cell.trim().toLowerCase().startsWith(column)) ?? -1;
  const [place, original, translation, state] = COLUMNS.map(at) as [number, number, number, number];
  if (place < 0 || original < 0 || translation < 0) return undefined;
  const [, tag] = /\((.+)\)/.exec(head!.cells[translation]!) ?? [];
  const texts = body.flatMap(({ line, cells }): Incoming[] => {
    const cell = (index: number) => cells[index] ?? "";
    if (cell(place).trim() === "") return [];
    const review = cell(state).trim().toLowerCase() === TEXT_STATES[1];
    const text = cell(translation);
    return [{ at: line, place: cell(place).trim(), original: cell(original), text, review }];
  });
  return { language: readLanguage(tag?.trim()), texts };
}

/**
 * In a table a text that was written anew has been looked at, whatever its state says: few who change a
 * text change the word beside it.
 */
export const asReviewed = (
  draft: Draft,
  language: Language,
  texts: readonly Incoming[],
): Incoming[] =>
  texts.map((one) => {
    const stored = valueOf(draft, `${one.place}.${language}`);
    const isSame = one.text.replace(/\r\n?/g, "\n").trim() === stored;
    return { ...one, review: one.review && isSame };
  });
