import type { Consultation } from "../../domain/consultation/definition.ts";
import { publicTables } from "../../domain/release/public-tables.ts";
import type { CellValue } from "../../domain/release/table.ts";
import { catalogueFor } from "../language/catalogue.ts";
import { categoriesOf, columnWords } from "./column-words.ts";

/** Between the values of a column. A label that has it itself has a stroke instead. */
const BETWEEN = " | ";

/** The codebook of all tables of a consultation's releases: one row for each column, in each of its languages. */
export function codebookRows(consultation: Consultation): CellValue[][] {
  const { languages, release } = consultation;
  const readers = languages.map((language) => ({ language, text: catalogueFor(language) }));
  return publicTables(languages, release).flatMap(({ file, columns }) =>
    columns.map((column, place) => {
      const { name, type, unit = "", path } = column;
      const values = categoriesOf({ ...readers[0]!, consultation }, column);
      return [
        file,
        name,
        place + 1,
        type,
        unit,
        path,
        values.map(([value]) => value).join(BETWEEN),
        ...readers.flatMap((reader) => {
          const { label, description } = columnWords(reader.text, column);
          const labels = categoriesOf({ ...reader, consultation }, column).map(([, one]) =>
            one.replaceAll("|", "/"),
          );
          return [label, description, labels.join(BETWEEN)];
        }),
      ];
    }),
  );
}
