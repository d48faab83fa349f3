import { columnLetters } from "../../domain/draft/import/sheet.ts";
import { fill } from "../text.ts";
import type { Column, TableSheet } from "./columns.ts";
import type { Given } from "./given.ts";
import type { SheetData } from "./sheet.ts";

/** What each column of each sheet means, in the order of the sheets. */
export function codebookSheet({ text }: Given, sheets: readonly TableSheet[]): SheetData {
  const { codebook } = text.workbook;
  const values = ({ categories = [] }: Column): string =>
    categories.map(([code, label]) => fill(codebook.value, { code, label })).join("\n");
  return {
    name: text.workbook.sheets.codebook,
    rows: [
      [
        codebook.sheet,
        codebook.column,
        codebook.head,
        codebook.description,
        codebook.values,
        codebook.type,
        codebook.name,
        codebook.path,
      ],
      ...sheets.flatMap(({ sheet, columns }) =>
        columns.map((column, place) => [
          sheet.name,
          columnLetters(place),
          column.head,
          column.description,
          values(column),
          codebook.types[column.type],
          column.name,
          column.path,
        ]),
      ),
    ],
    columns: [
      { width: 20 },
      { width: 10 },
      { width: 36, wrap: true },
      { width: 60, wrap: true },
      { width: 48, wrap: true },
      { width: 18, wrap: true },
      { width: 22 },
      { width: 52, wrap: true },
    ],
    rightToLeft: text.direction === "rtl",
  };
}
