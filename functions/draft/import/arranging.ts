import type { Draft } from "../../../domain/draft/draft.ts";
import {
  type Arrangement,
  arrangementOf,
  readArrangement,
} from "../../../domain/draft/import/arrangement.ts";
import { type ImportFault, MOST_BYTES, wholeFault } from "../../../domain/draft/import/fault.ts";
import type { Imported } from "../../../domain/draft/import/imported.ts";
import type { Note } from "../../../domain/draft/import/note.ts";
import { importPasted } from "../../../domain/draft/import/pasted.ts";
import { readSheets, type Sheets } from "../../../domain/draft/import/sheet.ts";
import { importTable } from "../../../domain/draft/import/table.ts";
import type { Language } from "../../../domain/language.ts";
import type { Arranging } from "../../../web/draft/arranging.ts";
import type { Sent } from "../../organiser/guard.tsx";
import { readFile } from "./file.ts";

/** An import on its way: to be looked at, or ready. A whole consultation has nothing to be arranged. */
export type Arranged =
  | { arranging: Arranging; imported: Imported; isReady: boolean }
  | { draft: Draft }
  | { faults: ImportFault[] };

/** Most bytes of what was read of a file: the form of the next step has to carry it there and back. */
const MOST_CARRIED = 1_500_000;

/** Faults that no other choice of columns mends: another file does. */
const OF_THE_FILE: readonly ImportFault["kind"][] = ["empty", "too-many"];

/**
 * What was sent to be imported, as far as it is arranged. A file comes once; then the form carries what
 * was read of it. Ready is what has no fault and was looked at, or a table of our own kind in which
 * nothing had to be altered.
 */
export function arrangedOf({ fields, file }: Sent, languages: readonly Language[]): Arranged {
  const isWanted = fields.get("do") === "make";
  if (fields.get("way") === "paste") {
    const text = fields.get("text") ?? "";
    if (Buffer.byteLength(text) > MOST_BYTES) return wholeFault("too-large");
    const imported = importPasted(languages[0]!, text);
    if (imported.faults.some(({ kind }) => OF_THE_FILE.includes(kind))) {
      return { faults: [...imported.faults] };
    }
    const isReady = isWanted && imported.faults.length === 0;
    return { arranging: { kind: "text", text, isWanted }, imported, isReady };
  }
  const carried = fields.get("table");
  if (carried === null) {
    const read = readFile(file, languages);
    if (!("sheets" in read)) return read;
    const isLarge = Buffer.byteLength(JSON.stringify(read)) > MOST_CARRIED;
    return isLarge ? wholeFault("too-large-inside") : firstOf(read, languages);
  }
  const sheets = readSheets(carried);
  return sheets === undefined ? wholeFault("empty") : chosenOf(sheets, fields, languages, isWanted);
}

/** A table that has just come: of several sheets the first whose headings say what they are. */
function firstOf(sheets: Sheets, languages: readonly Language[]): Arranged {
  const guesses = sheets.sheets.map((sheet) => arrangementOf(sheet, languages));
  const sure = guesses.findIndex(({ isSure }) => isSure);
  const known = guesses.findIndex(({ columns }) => columns.size > 0);
  const several = sheets.sheets.findIndex(({ count }) => count > 1);
  const number = [sure, known, several, 0].find((one) => one >= 0)!;
  const { isSure, ...arrangement } = guesses[number]!;
  const arranged = tableOf(sheets, number, arrangement, languages);
  const { imported } = arranged;
  if (isSure && imported.faults.some(({ kind }) => OF_THE_FILE.includes(kind))) {
    return { faults: [...imported.faults] };
  }
  const isAsItWas = imported.notes.length === 0 && sheets.sheets.length === 1;
  return {
    ...arranged,
    arranging: { ...arranged.arranging, isWanted: isSure },
    isReady: isSure && isAsItWas && imported.faults.length === 0,
  };
}

/** A table that the form carried, with what was chosen for it. */
function chosenOf(
  sheets: Sheets,
  fields: URLSearchParams,
  languages: readonly Language[],
  isWanted: boolean,
): Arranged {
  const number = sheetOf(fields.get("sheet"), sheets);
  const guess = arrangementOf(sheets.sheets[number]!, languages);
  // What was chosen for another sheet says nothing of this one.
  const isSame = number === sheetOf(fields.get("seen"), sheets);
  const chosen = new Map(isSame ? [...fields] : []);
  const arrangement = readArrangement(chosen, guess, languages[0]!);
  const arranged = tableOf(sheets, number, arrangement, languages);
  return {
    ...arranged,
    arranging: { ...arranged.arranging, isWanted },
    isReady: isWanted && isSame && arranged.imported.faults.length === 0,
  };
}

const sheetOf = (text: string | null, { sheets }: Sheets): number =>
  text !== null && /^\d{1,4}$/.test(text) && Number(text) < sheets.length ? Number(text) : 0;

function tableOf(
  sheets: Sheets,
  number: number,
  arrangement: Arrangement,
  languages: readonly Language[],
) {
  const sheet = sheets.sheets[number]!;
  const read = importTable(languages, sheet, arrangement);
  const others = sheets.sheets.filter((one) => one !== sheet).map(({ name }) => name);
  const about: Note[] = others.length === 0 ? [] : [{ kind: "sheet", values: others }];
  const imported: Imported = { ...read, notes: [...sheets.notes, ...about, ...read.notes] };
  const arranging: Arranging = { kind: "table", sheets, number, arrangement, isWanted: false };
  return { arranging, imported, isReady: false };
}
