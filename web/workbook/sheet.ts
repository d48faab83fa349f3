/** What stands in a cell. A text is never a formula; `""` is an empty cell. */
export type SheetCell = string | number;

interface SheetColumn {
  /** In characters. */
  width: number;
  /** Long texts go on in the next line. */
  wrap?: true;
  /** Its cells are headings of their rows. */
  bold?: true;
}

/** One sheet of a workbook. Plain data: functions/sheet/ makes the file. */
export interface SheetData {
  name: string;
  columns: readonly SheetColumn[];
  /** The first row is the head: bold, and it stays in sight. */
  rows: readonly (readonly SheetCell[])[];
  /** So many columns stay in sight too. */
  frozenColumns?: number;
  /** The first column is the rightmost. */
  rightToLeft?: boolean;
}
