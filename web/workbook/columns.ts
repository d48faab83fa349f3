import type { CodebookColumn } from "../../domain/release/codebook.ts";
import type { CellValue } from "../../domain/release/table.ts";
import type { Given, Tables } from "./given.ts";
import type { SheetCell, SheetData } from "./sheet.ts";

/** A row of a release's table, by the names of its columns. */
export type Row = Readonly<Record<string, CellValue>>;

/** A column of a sheet. */
export interface Column extends Pick<CodebookColumn, "type" | "path"> {
  head: string;
  description: string;
  /** Its name in the CSV files; "" where they have none like it. */
  name: string;
  /** Its codes with their words. */
  categories?: readonly (readonly [string | number, string])[];
  /** Its width where it is not that of what stands in it; long texts are then wrapped. */
  wrapAt?: number;
  of: (row: Row) => SheetCell;
}

/** A sheet with the columns that it has, for the codebook. */
export interface TableSheet {
  sheet: SheetData;
  columns: readonly Column[];
}

/** The rows of a table by the names of its columns. */
export const rowsOf = ({ columns, rows }: NonNullable<Tables[keyof Tables]>): Row[] =>
  rows.map((cells) => Object.fromEntries(columns.map(({ name }, place) => [name, cells[place]!])));

/** The narrowest and widest that a column is made by itself, in characters. */
const [NARROWEST, WIDEST] = [7, 48];
/** Room beside what stands in a column, and what bold letters take more. */
const MARGIN = 2;

/** A sheet of those columns, with a head that names each once. */
export function tableSheet(
  { text }: Pick<Given, "text">,
  name: string,
  columns: readonly Column[],
  rows: readonly Row[],
): TableSheet {
  const named = distinct(columns);
  const cells = rows.map((row) => named.map(({ of }) => of(row)));
  return {
    columns: named,
    sheet: {
      name,
      rows: [named.map(({ head }) => head), ...cells],
      columns: named.map(({ head, wrapAt }, place) =>
        wrapAt === undefined
          ? { width: widthOf(head, cells, place) }
          : { width: wrapAt, wrap: true as const },
      ),
      frozenColumns: 1,
      rightToLeft: text.direction === "rtl",
    },
  };
}

/** A head is broken between its words, so its longest word has to fit, and whatever stands below it. */
function widthOf(head: string, rows: readonly (readonly SheetCell[])[], place: number): number {
  let most = Math.max(NARROWEST, ...head.split(/[\s/]+/).map((word) => word.length + 1));
  for (const row of rows) {
    const { length } = String(row[place]);
    if (length > most) most = length;
  }
  return Math.min(most + MARGIN, WIDEST);
}

/** Two columns of the same head would be one to whoever reads the table by its heads. */
function distinct(columns: readonly Column[]): Column[] {
  const heads = columns.map(({ head }) => head);
  return columns.map((column, place) =>
    heads.indexOf(column.head) === place
      ? column
      : { ...column, head: `${column.head} (${column.name === "" ? place + 1 : column.name})` },
  );
}
