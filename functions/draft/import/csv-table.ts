import { parse } from "csv-parse/sync";
import { type ImportFault } from "../../../domain/draft/import/fault.ts";
import type { Sheet } from "../../../domain/draft/import/sheet.ts";
import { SheetMaker } from "./sheet-maker.ts";

const DELIMITERS = [",", ";", "\t", "|"] as const;

/** What separates the cells, by its first lines: whichever makes the most columns of them. */
function delimiterOf(text: string): string {
  const lines = text
    .split(/\r?\n|\r/, 20)
    .map((line) => line.replace(/"[^"]*"/g, ""))
    .filter((line) => line.trim() !== "");
  const [first = ""] = lines;
  const often = (line: string, one: string) => line.split(one).length - 1;
  const inAll = (one: string) =>
    lines.reduce((sum, line) => sum + Math.min(often(line, one), often(first, one)), 0);
  return DELIMITERS.slice(0, 3).reduce<string>(
    (best, one) =>
      often(first, one) > often(first, best) ||
      (often(first, one) === often(first, best) && inAll(one) > inAll(best))
        ? one
        : best,
    ",",
  );
}

/** Excel's own line before a table, which says what separates its cells. */
const SEPARATOR = /^"?sep=(.)"?[^\S\t\n\r]*(?:\r\n|\r|\n|$)/i;

/** A table as text. Rows are counted as a spreadsheet counts them: a cell with line breaks is in one. */
export function readCsv(text: string): Sheet | { faults: ImportFault[] } {
  const [line = "", said] = SEPARATOR.exec(text) ?? [];
  const body = text.slice(line.length);
  try {
    const records = parse(body, {
      bom: true,
      delimiter: said ?? delimiterOf(body),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
    }) as unknown as string[][];
    const sheet = new SheetMaker("");
    records.forEach((cells, index) => sheet.addRow(index + 1, cells));
    return sheet.made();
  } catch (failure) {
    if (failure instanceof RangeError) throw failure;
    const { records = 0 } = failure as { records?: number };
    return { faults: [{ place: { row: records + 1 }, kind: "broken-quotes" }] };
  }
}
