import { parse } from "csv-parse/sync";
import { delimiterOf, type TableRow } from "../../../domain/draft/import/table.ts";
import type { Draft } from "../../../domain/draft/draft.ts";
import type { Incoming } from "../../../domain/draft/translating/decide.ts";
import { isPo, readPo } from "../../../domain/draft/translating/po.ts";
import { asReviewed, readTextTable } from "../../../domain/draft/translating/table.ts";
import type { Language } from "../../../domain/language.ts";
import type { FileFaultKind } from "../../../web/translating/view.ts";
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
  const read = isWorkbook(file) ? ofWorkbook(file) : ofText(file);
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
    return ofRows(readWorkbook(file));
  } catch (failure) {
    return { fault: { kind: failure instanceof RangeError ? "too-large" : "not-a-spreadsheet" } };
  }
}

function ofText(file: Uint8Array): Read {
  let text: string;
  try {
    // A mark of the order of bytes is taken off.
    text = new TextDecoder("utf-8", { fatal: true }).decode(file);
  } catch {
    return { fault: { kind: "not-utf8" } };
  }
  if (!isPo(text)) return ofCsv(text);
  const read = readPo(text);
  return "line" in read
    ? { fault: { kind: "broken", line: read.line } }
    : { ...read, isTable: false };
}

function ofCsv(text: string): Read {
  try {
    const records = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      info: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return ofRows(records.map(({ record }, index) => ({ line: index + 1, cells: record })));
  } catch (failure) {
    return { fault: { kind: "broken", line: (failure as { lines?: number }).lines ?? 1 } };
  }
}

function ofRows(rows: readonly TableRow[]): Read {
  const read = readTextTable(rows);
  return read === undefined ? { fault: { kind: "columns-missing" } } : { ...read, isTable: true };
}
