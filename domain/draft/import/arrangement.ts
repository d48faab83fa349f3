/** What each column of a table is: as its headings let one think, and as organisers say. */
import { type Language, MOST_LANGUAGES } from "../../language.ts";
import { TEXT_LENGTHS } from "../../consultation/definition.ts";
import { readHeading } from "./headings.ts";
import { isSame, type Meaning, meaningName, readMeaning } from "./meaning.ts";
import { type Sheet, type SheetRow, usedColumns } from "./sheet.ts";

/** What rows with one text alone are, between the others. */
export const BETWEEN = ["addressee", "nothing", "recommendation"] as const;
type Between = (typeof BETWEEN)[number];

export interface Arrangement {
  /** The row in which the headings stand, as the sheet counts it; 0 where there are none. */
  head: number;
  /** What each column is, by its place from 0; a column that is not there is nothing. */
  columns: ReadonlyMap<number, Meaning>;
  between: Between;
}

/** Headings stand among the first rows, if anywhere. */
export const MOST_ABOVE = 10;

/**
 * How a sheet is to be read, as far as its headings tell. `isSure`: they are exactly those of our own
 * tables, so that there is nothing to ask.
 */
export function arrangementOf(
  sheet: Sheet,
  languages: readonly Language[],
): Arrangement & { isSure: boolean } {
  const original = languages[0]!;
  const [first] = sheet.rows;
  const own = first === undefined ? undefined : ownColumns(sheet, first, original);
  if (own !== undefined) {
    return { head: first!.line, columns: own, between: betweenOf(own), isSure: true };
  }
  const rows = sheet.rows.slice(0, MOST_ABOVE);
  const score = (row: SheetRow) =>
    row.cells.filter((cell) => readHeading(cell, languages).part !== undefined).length;
  const best = rows.reduce<SheetRow | undefined>(
    (best, row) =>
      score(row) > (best === undefined ? 0 : score(best)) && isHead(row) ? row : best,
    undefined,
  );
  const columns = best === undefined ? new Map() : guessed(sheet, best, languages);
  return { head: best?.line ?? 0, columns, between: betweenOf(columns), isSure: false };
}

/** A heading is short, and no sentence. */
const isHead = ({ cells, stretched }: SheetRow): boolean =>
  stretched !== true &&
  cells.every((cell) => cell.length <= TEXT_LENGTHS.title && !/\p{L}{3}[.!?;]\s*$/u.test(cell));

/** The columns of a first row that has our own headings, each once; `undefined` for any other. */
function ownColumns(sheet: Sheet, row: SheetRow, original: Language) {
  const columns = new Map<number, Meaning>();
  for (const column of usedColumns(sheet)) {
    const meaning = readMeaning(row.cells[column] ?? "", original);
    if (meaning === undefined) return undefined;
    if ([...columns.values()].some((one) => isSame(one, meaning))) return undefined;
    columns.set(column, meaning);
  }
  const parts = [...columns.values()].map(({ part }) => part);
  if (!parts.includes("title") && !parts.includes("whole")) return undefined;
  return languagesIn(columns, [original]).length > MOST_LANGUAGES ? undefined : columns;
}

function guessed(sheet: Sheet, { cells }: SheetRow, languages: readonly Language[]) {
  const original = languages[0]!;
  const said = usedColumns(sheet).map((column) => ({
    column,
    own: readMeaning(cells[column] ?? "", original),
    ...readHeading(cells[column] ?? "", languages),
  }));
  const columns = new Map<number, Meaning>();
  for (const { column, own, part, named, written } of said) {
    if (own !== undefined || part === undefined) {
      if (own !== undefined) put(column, own);
      continue;
    }
    // A table may say the same in several languages, each under a heading in it.
    const several = said.some(
      (one) => one.column < column && one.part === part && one.written !== written,
    );
    const language = named ?? (several ? written : undefined) ?? original;
    if (part === "code") put(column, { part, language: undefined });
    else put(column, { part, language });
  }
  return completed();

  function put(column: number, meaning: Meaning): void {
    const isTaken = [...columns.values()].some((one) => isSame(one, meaning));
    // Measures may stand in several columns; of anything else the first is meant.
    if (!isTaken || meaning.part === "measures") columns.set(column, meaning);
  }

  /** Where a title stands beside it a "recommendation" is its text; alone, a "measure" is a recommendation. */
  function completed(): Map<number, Meaning> {
    const has = (part: Meaning["part"]) => [...columns.values()].some((one) => one.part === part);
    const become = (from: Meaning["part"], to: Meaning["part"]) => {
      for (const [column, one] of columns) {
        if (one.part === from) columns.set(column, { ...one, part: to });
      }
    };
    if (has("title") && has("whole") && has("statement")) {
      for (const [column, one] of columns) if (one.part === "whole") columns.delete(column);
    } else if (has("title") && has("whole")) become("whole", "statement");
    else if (has("statement") && has("whole")) become("whole", "title");
    else if (!has("title") && !has("whole") && has("statement")) become("statement", "whole");
    else if (!has("title") && !has("whole")) become("measures", "whole");
    return columns;
  }
}

const betweenOf = (columns: ReadonlyMap<number, Meaning>): Between =>
  [...columns.values()].some(({ part }) => part === "addressee") ? "nothing" : "addressee";

/** The languages of a table's texts, after those that are wanted. */
export const languagesIn = (
  columns: ReadonlyMap<number, Meaning>,
  wanted: readonly Language[],
): Language[] => [
  ...new Set([...wanted, ...[...columns.values()].flatMap(({ language }) => language ?? [])]),
];

/** An arrangement as the fields of a form say it; what they do not say is as it was guessed. */
export function readArrangement(
  fields: ReadonlyMap<string, string>,
  guess: Arrangement,
  original: Language,
): Arrangement {
  const head = fields.get("head");
  const between = BETWEEN.find((one) => one === fields.get("between"));
  const said = [...fields].flatMap(([name, value]): [number, Meaning | undefined][] => {
    const [, column] = /^column\.(\d{1,3})$/.exec(name) ?? [];
    return column === undefined ? [] : [[Number(column), readMeaning(value, original)]];
  });
  return {
    head: head !== undefined && /^\d{1,7}$/.test(head) ? Number(head) : guess.head,
    between: between ?? guess.between,
    columns:
      said.length === 0
        ? guess.columns
        : new Map(said.flatMap(([column, one]) => (one === undefined ? [] : [[column, one]]))),
  };
}

/** An arrangement as the fields of a form. */
export const arrangementFields = (
  { columns }: Pick<Arrangement, "columns">,
  column: number,
): string => {
  const meaning = columns.get(column);
  return meaning === undefined ? "" : meaningName(meaning);
};
