/** What one column of a table means. */
export interface CodebookColumn {
  name: string;
  type: "integer" | "number" | "string" | "boolean" | "datetime";
  /** Code of the column's meaning: its label and description are texts of the pages. */
  key: string;
  /** Where the figure stands in the release; "" where it is none. */
  path: string;
  /** Its categories, each a code; their labels are texts or the consultation's own wording. */
  categories?: readonly (string | number)[];
}
