import type { SheetRow } from "../../../domain/draft/import/sheet.ts";
import type { Draft } from "../../../domain/draft/draft.ts";
import type { Incoming } from "../../../domain/draft/translating/decide.ts";
import { isPo, readPo } from "../../../domain/draft/translating/po.ts";
import { asReviewed, readTextTable } from "../../../domain/draft/translating/table.ts";
import type { Language } from "../../../domain/language.ts";
import type { FileFaultKind } from "../../../web/translating/view.ts";
import { readCsv } from "../import/csv-table.ts";
import { decoded } from "../import/encoding.ts";
import { isWorkbook, readWorkbook } from "../import/workbook.ts";

/** Most bytes of a file with the texts of one language. */
const MOST_BYTES = 1_000_000;

/** Why a whole file cannot be read; with the line, where it is one. */
export interface FileFault {
  kind: FileFaultKind;
  line?: number;
}

/** Reads the texts of one language by what is in the file, whatever it is called: spreadsheet, CSV or PO. */
export function readTexts(
  draft: Draft,
  language: Language,
  file: Uint8Array,
): { texts: Incoming[] } | { fault: FileFault } {
  if (file.byteLength === 0) return { fault: { kind: "no-file" } };
  if (file.byteLength > MOST_BYTES) return { fault: { kind: "too-large" } };
  const read = isWorkbook(file) ? ofWorkbook(file) : ofText(file, language);
  if ("fault" in read) return read;
  if (read.texts.length === 0) return { fault: { kind: "empty" } };
  if (read.language !== language) return { fault: { kind: "other-language" } };
  return { texts: read.isTable ? asReviewed(draft, language, read.texts) : read.texts };
}

type Read =
  | { language: Language | undefined; texts: Incoming[]; isTable: boolean }
  | { fault: FileFault };

function ofWorkbook(file: Uint8Array): Read {
  try {
    return ofRows(readWorkbook(file)[0]?.rows ?? []);
  } catch (failure) {
    return { fault: { kind: failure instanceof RangeError ? "too-large" : "not-a-spreadsheet" } };
  }
}

function ofText(file: Uint8Array, language: Language): Read {
  const text = decoded(file, [language])?.text;
  if (text === undefined) return { fault: { kind: "not-utf8" } };
  if (!isPo(text)) return ofCsv(text);
  const read = readPo(text);
  return "line" in read
    ? { fault: { kind: "broken", line: read.line } }
    : { ...read, isTable: false };
}

function ofCsv(text: string): Read {
  const read = readCsv(text);
  if (!("faults" in read)) return ofRows(read.rows);
  const [fault] = read.faults;
  const line = fault !== undefined && "row" in fault.place ? fault.place.row : 1;
  return { fault: { kind: "broken", line } };
}

function ofRows(rows: readonly SheetRow[]): Read {
  const read = readTextTable(rows);
  return read === undefined ? { fault: { kind: "columns-missing" } } : { ...read, isTable: true };
}
