import { parse } from "csv-parse/sync";
import type { Draft } from "../../../domain/draft/draft.ts";
import { type ImportFault, MOST_BYTES, wholeFault } from "../../../domain/draft/import/fault.ts";
import { importJson } from "../../../domain/draft/import/json.ts";
import {
  delimiterOf,
  importTable,
  type NewConsultation,
  type TableRow,
} from "../../../domain/draft/import/table.ts";
import { isWorkbook, readWorkbook } from "./workbook.ts";

/** A draft made of an import: of all of it, or of nothing. */
export type Made = { draft: Draft } | { faults: ImportFault[] };

/** Reads a file by what is in it, whatever it is called: a spreadsheet, our JSON, or a table as CSV. */
export function importFile(wanted: NewConsultation, file: Uint8Array): Made {
  if (file.byteLength > MOST_BYTES) return wholeFault("too-large");
  if (isWorkbook(file)) {
    const sheet = sheetOf(file);
    return "faults" in sheet ? sheet : importTable(wanted, sheet.rows);
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(file);
  } catch {
    return wholeFault("not-utf8");
  }
  if (text.trim() === "") return wholeFault("empty");
  // UTF-16 without a mark may pass for UTF-8 in which every other character is NUL.
  if (/^.?\0|\0.?$/su.test(text)) return wholeFault("not-utf8");
  if (/^\s*[[{]/.test(text)) return importJson(text);
  const rows = readRows(text);
  return "faults" in rows ? rows : importTable(wanted, rows.rows);
}

type Rows = { rows: TableRow[] } | { faults: ImportFault[] };

function sheetOf(file: Uint8Array): Rows {
  try {
    return { rows: readWorkbook(file) };
  } catch (failure) {
    return wholeFault(failure instanceof RangeError ? "too-large-inside" : "not-a-spreadsheet");
  }
}

function readRows(text: string): Rows {
  try {
    const records = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return {
      rows: records.map(({ record }, index) => ({ line: index + 1, cells: record })),
    };
  } catch (failure) {
    const { lines } = failure as { lines?: number };
    return {
      faults: [{ place: { row: lines ?? 1, column: undefined }, kind: "broken-quotes" }],
    };
  }
}
