/** Sheets as the bytes of a spreadsheet file (.xlsx), the same bytes for the same sheets. */
import type { Sheet, SheetData as Rows } from "write-excel-file/universal";
import type { SheetCell, SheetData } from "../../web/workbook/sheet.ts";
import { cellText, unlikeFormula } from "./cell-text.ts";
import { fixDates } from "./fixed-dates.ts";
import { sheetNames } from "./sheet-name.ts";

export const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Loaded when somebody asks for such a file: a first page must not wait for it. */
const library = async () => (await import("write-excel-file/universal")).default;

/**
 * `exact`: texts stand letter by letter, since they are read back. Else one that would be a formula in a CSV
 * that somebody saves of the file gets a leading apostrophe. Numbers stay numbers either way; what is no
 * number (NaN, infinite) is an empty cell.
 */
export async function workbookBytes(
  sheets: readonly SheetData[],
  { exact = false } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const write = await library();
  const names = sheetNames(sheets.map(({ name }) => name));
  const text = exact ? cellText : (words: string) => cellText(unlikeFormula(words));
  const blob = await write(
    sheets.map((sheet, place) => laidOut(sheet, names[place]!, text)),
  ).toBlob();
  const bytes = new Uint8Array(await blob.arrayBuffer());
  fixDates(bytes);
  return bytes;
}

type Write = (words: string) => string;

function laidOut(sheet: SheetData, name: string, text: Write): Sheet<Blob> {
  const { columns, rows, frozenColumns, rightToLeft } = sheet;
  return {
    sheet: name,
    data: cells(sheet, text),
    columns: columns.map(({ width }) => ({ width })),
    ...(rows.length > 0 && { stickyRowsCount: 1 }),
    ...(frozenColumns !== undefined && { stickyColumnsCount: frozenColumns }),
    ...(rightToLeft === true && { rightToLeft }),
  };
}

/** Cells have a look only where a sheet has long texts: that of each takes as long again as the cell. */
function cells({ columns, rows }: SheetData, text: Write): Rows {
  const isTall = columns.some(({ wrap }) => wrap);
  const head = { fontWeight: "bold", wrap: true, alignVertical: "top" } as const;
  const looks = columns.map(({ wrap, bold }) => ({
    ...(isTall && { alignVertical: "top" as const }),
    ...(wrap && { wrap }),
    ...(bold && { fontWeight: "bold" as const }),
  }));
  const isPlain = looks.map((look) => Object.keys(look).length === 0);
  const cellOf = (value: SheetCell, look: object, plain: boolean): Rows[number][number] => {
    if (value === "" || (typeof value === "number" && !Number.isFinite(value))) return null;
    const written = typeof value === "string" ? text(value) : value;
    return plain ? written : { value: written, ...look };
  };
  return rows.map((row, line) =>
    row.map((value, place) =>
      line === 0
        ? cellOf(value, head, false)
        : cellOf(value, looks[place] ?? {}, isPlain[place] ?? true),
    ),
  );
}
