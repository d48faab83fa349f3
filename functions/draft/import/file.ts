import type { Draft } from "../../../domain/draft/draft.ts";
import { type ImportFault, MOST_BYTES, wholeFault } from "../../../domain/draft/import/fault.ts";
import { importJson } from "../../../domain/draft/import/json.ts";
import type { Note } from "../../../domain/draft/import/note.ts";
import type { Sheet, Sheets } from "../../../domain/draft/import/sheet.ts";
import type { Language } from "../../../domain/language.ts";
import { readCsv } from "./csv-table.ts";
import { decoded } from "./encoding.ts";
import { isWorkbook, readWorkbook } from "./workbook.ts";

/** What is in a file: sheets, a whole consultation, or what is wrong with it. */
export type FileRead = Sheets | { draft: Draft } | { faults: ImportFault[] };

/** The files of programs from before 2007: .xls and .doc alike. */
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0];

/** Reads a file by what is in it, whatever it is called: a spreadsheet, our JSON, or a table as text. */
export function readFile(file: Uint8Array, languages: readonly Language[]): FileRead {
  if (file.byteLength > MOST_BYTES) return wholeFault("too-large");
  if (file.byteLength === 0) return wholeFault("empty");
  if (OLD_OFFICE.every((byte, index) => file[index] === byte)) return wholeFault("old-format");
  if (isWorkbook(file)) return sheetsOf(() => readWorkbook(file));
  const read = decoded(file, languages);
  if (read === undefined) return wholeFault("not-text");
  const { text, encoding } = read;
  if (text.trim() === "") return wholeFault("empty");
  if (/^\s*[[{]/.test(text)) return importJson(text);
  const sheet = csvOf(text);
  if ("faults" in sheet) return sheet;
  const notes: Note[] = encoding === undefined ? [] : [{ kind: "encoding", values: [encoding] }];
  return sheet.rows.length === 0 ? wholeFault("empty") : { sheets: [sheet], notes };
}

function csvOf(text: string): Sheet | { faults: ImportFault[] } {
  try {
    return readCsv(text);
  } catch (failure) {
    if (failure instanceof RangeError) return wholeFault("too-large-inside");
    throw failure;
  }
}

function sheetsOf(read: () => Sheet[]): Sheets | { faults: ImportFault[] } {
  try {
    const sheets = read().filter(({ rows }) => rows.length > 0);
    return sheets.length === 0 ? wholeFault("empty") : { sheets, notes: [] };
  } catch (failure) {
    return wholeFault(failure instanceof RangeError ? "too-large-inside" : "not-a-spreadsheet");
  }
}
