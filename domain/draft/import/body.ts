/** Which rows of a sheet are recommendations, which are headings between them, and which go on. */
import type { Arrangement } from "./arrangement.ts";
import { repeated } from "./fault.ts";
import type { Notes } from "./note.ts";
import { isFilled, type Sheet, type SheetRow } from "./sheet.ts";

/** A recommendation's row. */
export interface BodyRow {
  row: SheetRow;
  /** Rows below it into which its cells stretch: with further measures of it. */
  more: SheetRow[];
  /** The heading above it that says to whom it is addressed. */
  heading: string | undefined;
}

/** The recommendations of a sheet, in order; what is left out is noted. */
export function bodyOf(sheet: Sheet, arrangement: Arrangement, notes: Notes): BodyRow[] {
  const { head, columns, between } = arrangement;
  const filled = sheet.rows.filter(isFilled);
  for (const { line } of filled) if (line < head) notes.add("rows-above", String(line));
  const rows = filled.filter(({ line }) => line > head);
  const isOneColumn = [...columns.values()].length === 1;
  const body: BodyRow[] = [];
  let heading: string | undefined;
  for (const row of rows) {
    const mapped = [...columns.keys()].filter((column) => (row.cells[column] ?? "").trim() !== "");
    if (!isOneColumn && isHeading(row) && between !== "recommendation") {
      const text = row.cells.find((cell) => cell.trim() !== "")!;
      const isAddressee = between === "addressee";
      if (isAddressee) heading = text.trim();
      notes.add(
        isAddressee ? "headings-addressees" : "headings-out",
        `${row.line}: ${repeated(text)}`,
      );
    } else if (mapped.length === 0) notes.add("rows-out", String(row.line));
    else if (body.length > 0 && goesOn(row)) {
      body.at(-1)!.more.push(row);
      notes.add("continued", String(row.line));
    } else body.push({ row, more: [], heading });
  }
  return body;

  /** A row with one text alone, in a place where that is no recommendation without its other texts. */
  function isHeading(row: SheetRow): boolean {
    const used = row.cells.flatMap((cell, column) => (cell.trim() === "" ? [] : [column]));
    if (row.stretched) return true;
    if (used.length !== 1 || row.down?.length) return false;
    const parts = new Map([...columns].map(([column, { part }]) => [column, part]));
    const first = Math.min(...columns.keys());
    const part = parts.get(used[0]!);
    const hasCodes = [...parts.values()].includes("code");
    // A code alone is a recommendation that lacks everything else.
    if (part === "code" && /\p{Nd}/u.test(row.cells[used[0]!]!)) return false;
    return part === undefined || used[0] === first || (hasCodes && part !== "measures");
  }

  /** Whether all of a row but its measures is a cell of the row above that goes on. */
  function goesOn({ cells, down = [] }: SheetRow): boolean {
    return (
      down.some((column) => ["code", "title", "whole"].includes(columns.get(column)?.part ?? "")) &&
      [...columns].every(
        ([column, { part }]) =>
          part === "measures" || down.includes(column) || (cells[column] ?? "").trim() === "",
      )
    );
  }
}
