/** What the numbers of a column count or measure; a code, the same in every language. */
type Unit = "ballots" | "ratings" | "scale" | "share" | "rank" | "index" | "deviation";

/** What one column of a table means. */
export interface CodebookColumn {
  name: string;
  type: "integer" | "number" | "string" | "boolean" | "datetime";
  /** Code of the column's meaning: its label and description are texts of the pages (`codebook.json`, `columns.<key>`). */
  key: string;
  /**
   * Where the figure stands in the release's JSON; "" where it is none. `{code}`, `{panel}`, `{question}` and
   * `{option}` stand for the cells of those columns; a recommendation is found by its code, a group by `question:option`.
   * Of two, with ` | ` between them, the second holds in rows of a group; where there is one, a group has no such figure.
   */
  path: string;
  unit?: Unit;
  /** Its categories, each a code; their labels are texts or the consultation's own wording. */
  categories?: readonly (string | number)[];
}

/** A column whose meaning has its own name. */
export const column = <const Name extends string>(
  name: Name,
  type: CodebookColumn["type"],
  path: string,
  more: Pick<CodebookColumn, "unit" | "categories"> = {},
): CodebookColumn & { name: Name } => ({ name, type, key: name, path, ...more });

/** The file of a table in one language. */
export const inLanguage = (file: string, language: string): string =>
  file.replace(/\.csv$/, `.${language}.csv`);
