import type { Consultation } from "../../domain/consultation/definition.ts";
import { type ExportColumn, longColumns, wideColumns } from "../../domain/export/columns.ts";
import type { CellValue } from "../../domain/release/table.ts";
import { labelledColumns } from "./labels.ts";

/** The two tables, and how each is told apart in the codebook. */
const TABLES = [
  ["ballots.csv", wideColumns],
  ["ballots.parquet", longColumns],
] as const;

/**
 * The codebook as rows, with its heading: for each column of each table one row with all its values, in order, and
 * its label in each language; then one row for each value, with the code that it stands for and its label.
 */
export function codebookRows(definition: Consultation): CellValue[][] {
  const { languages } = definition;
  const head = ["file", "column", "position", "type", "values", "value", "code"];
  return [
    [...head, ...languages.map((language) => `label_${language}`)],
    ...TABLES.flatMap(([file, columnsOf]) => {
      const columns = columnsOf(definition);
      const labelled = languages.map((one) => labelledColumns(columns, definition, one));
      return columns.flatMap((column, place) => {
        const row = (value: CellValue, code: string, labels: string[]): CellValue[] => [
          file,
          column.name,
          place + 1,
          column.values.length === 0 ? "string" : "integer",
          column.values.map((one) => one.value).join(" "),
          value,
          code,
          ...labels,
        ];
        return [
          row(
            "",
            codeOf(column),
            labelled.map((one) => one[place]!.label),
          ),
          ...column.values.map(({ value, code }, index) =>
            row(
              value,
              code,
              labelled.map((one) => one[place]!.values[index]!),
            ),
          ),
        ];
      });
    }),
  ];
}

/** The code in the consultation, where the column is about something of it. */
const codeOf = ({ kind, code }: ExportColumn): string => (code === kind ? "" : code);
