import {
  cellName,
  columnLetters,
  isFilled,
  MOST_COLUMNS,
  MOST_ROWS,
  type Sheet,
  type SheetRow,
  type UnreadCell,
  usedColumns,
} from "../../../domain/draft/import/sheet.ts";
import { Notes } from "../../../domain/draft/import/note.ts";

/** Cells that stretch over others, counted from 0: from the first to the last, both with. */
export interface Stretch {
  lines: readonly [number, number];
  columns: readonly [number, number];
}

/** Most cells that others stretch into: a small file may say that one fills a whole sheet. */
const MOST_FILLED = 20_000;

/** Makes a sheet of what a reader finds in a file, and of no more than is looked at. */
export class SheetMaker {
  readonly notes = new Notes();
  readonly unread: UnreadCell[] = [];
  readonly #name: string;
  readonly #rows: SheetRow[] = [];
  readonly #hidden = { rows: new Set<number>(), columns: new Set<number>() };
  #count = 0;

  constructor(name: string) {
    this.#name = name;
  }

  /** Adds a row; an empty one is only counted by its number. Throws a `RangeError` where it is too wide. */
  addRow(line: number, cells: readonly string[]): void {
    const width = cells.findLastIndex((cell) => cell.trim() !== "") + 1;
    if (width === 0) return;
    if (width > MOST_COLUMNS) throw new RangeError("more columns than are taken");
    this.#count++;
    if (this.#rows.length < MOST_ROWS) this.#rows.push({ line, cells: cells.slice(0, width) });
  }

  /** Says that a row, by its number, or a column, from 0, is hidden. It is taken all the same. */
  hide(which: "rows" | "columns", place: number): void {
    if (this.#hidden[which].size < MOST_ROWS) this.#hidden[which].add(place);
  }

  /** Puts into every cell of a stretch what stands in its first: that is what the sheet shows there. */
  stretch(stretches: readonly Stretch[]): void {
    let filled = 0;
    for (const { lines, columns } of stretches) {
      const [first] = columns;
      const top = this.#rows.find(({ line }) => line === lines[0]);
      const value = top?.cells[first] ?? "";
      if (top === undefined || value.trim() === "") continue;
      const isAlone = top.cells.filter((cell) => cell.trim() !== "").length === 1;
      // A text alone in its row that stretches over others is a heading, and no value of all of them.
      if (isAlone && columns[1] > first && lines[0] === lines[1]) {
        top.stretched = true;
        continue;
      }
      const inside = this.#rows.filter(({ line }) => line >= lines[0] && line <= lines[1]);
      for (const row of inside) {
        filled += columns[1] - first + 1;
        if (filled > MOST_FILLED || columns[1] >= MOST_COLUMNS) {
          throw new RangeError("more stretched cells than are taken");
        }
        const cells = [...row.cells];
        for (let column = first; column <= columns[1]; column++) {
          while (cells.length < column) cells.push("");
          cells[column] = value;
        }
        row.cells = cells;
        if (row === top) continue;
        const own = Array.from({ length: columns[1] - first + 1 }, (_, index) => first + index);
        row.down = [...(row.down ?? []), ...own];
      }
      this.notes.add("merged", `${cellName(lines[0], first)}:${cellName(lines[1], columns[1])}`);
    }
  }

  made(): Sheet {
    const { rows, columns } = this.#hidden;
    const used = new Set(usedColumns({ rows: this.#rows }));
    for (const { line } of this.#rows)
      if (rows.has(line)) this.notes.add("hidden-rows", String(line));
    for (const column of columns) {
      if (used.has(column)) this.notes.add("hidden-columns", columnLetters(column));
    }
    return {
      name: this.#name,
      rows: this.#rows.filter(isFilled),
      count: this.#count,
      unread: this.unread,
      notes: this.notes.all,
    };
  }
}
