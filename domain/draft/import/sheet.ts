import * as z from "zod/mini";
import type { ImportFaultKind } from "./fault.ts";
import { type Note, NOTES } from "./note.ts";

/** Most rows of a sheet that are looked at: more than there are recommendations, or texts of a language. */
export const MOST_ROWS = 1_000;

/** Columns further to the right are not taken. A cell may name any of 16,384. */
export const MOST_COLUMNS = 200;

/** One row of a sheet. */
export interface SheetRow {
  /** Its number as the sheet counts it, from 1. */
  line: number;
  /** Its texts from column A. */
  cells: readonly string[];
  /** Its one cell stretches over several columns: a heading, most likely. */
  stretched?: true | undefined;
  /** The columns, from 0, in which a cell from above goes on. */
  down?: readonly number[] | undefined;
}

/** What no text can be made of, in a cell: a fault as soon as its column is wanted. */
export interface UnreadCell {
  line: number;
  /** From 0. */
  column: number;
  kind: Extract<ImportFaultKind, "formula" | "no-text" | "number-format">;
  found: string;
}

/** A sheet as it was read from a file, whatever kind of file that was. */
export interface Sheet {
  name: string;
  /** Its rows in which there is something, at most as many as are looked at. */
  rows: readonly SheetRow[];
  /** How many such rows there are. */
  count: number;
  unread: readonly UnreadCell[];
  notes: readonly Note[];
}

/** Everything that was read from a file. */
export interface Sheets {
  sheets: readonly Sheet[];
  /** What was altered in reading all of it. */
  notes: readonly Note[];
}

/** `C` is column 2. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return (rest < 0 ? "" : columnLetters(rest)) + String.fromCharCode(65 + (column % 26));
}

/** A cell as the sheet names it: `B7` is column 1 of row 7. */
export const cellName = (line: number, column: number): string => columnLetters(column) + line;

/** Whether there is something in a row. */
export const isFilled = ({ cells }: Pick<SheetRow, "cells">): boolean =>
  cells.some((cell) => cell.trim() !== "");

/** The columns in which there is something: merely coloured ones are none. */
export function usedColumns({ rows }: Pick<Sheet, "rows">): number[] {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, column) => column).filter((column) =>
    rows.some(({ cells }) => (cells[column] ?? "").trim() !== ""),
  );
}

const line = z.int().check(z.gte(1), z.lte(2_000_000));
const column = z.int().check(z.gte(0), z.lt(MOST_COLUMNS));
const note = z.object({ kind: z.enum(NOTES), values: z.array(z.string()) });
const form = z.object({
  sheets: z
    .array(
      z.object({
        name: z.string(),
        rows: z
          .array(
            z.object({
              line,
              cells: z.array(z.string()).check(z.maxLength(MOST_COLUMNS)),
              stretched: z.optional(z.literal(true)),
              down: z.optional(z.array(column)),
            }),
          )
          .check(z.maxLength(MOST_ROWS)),
        count: z.int().check(z.gte(0)),
        unread: z.array(
          z.object({
            line,
            column,
            kind: z.enum(["formula", "no-text", "number-format"]),
            found: z.string(),
          }),
        ),
        notes: z.array(note),
      }),
    )
    .check(z.minLength(1)),
  notes: z.array(note),
});

/**
 * Sheets as a form carried them from one step to the next; `undefined` for what is none. They are the
 * organiser's own, so that it does no harm when they are others than were sent: each is judged again.
 */
export function readSheets(carried: string): Sheets | undefined {
  try {
    return form.safeParse(JSON.parse(carried)).data;
  } catch {
    return undefined;
  }
}
