import { MOST_RECOMMENDATIONS } from "../../consultation/definition.ts";
import { type Language, MOST_LANGUAGES } from "../../language.ts";
import { readAddressees } from "./addressees.ts";
import { type Arrangement, languagesIn } from "./arrangement.ts";
import { bodyOf } from "./body.ts";
import { type ImportFault, repeated } from "./fault.ts";
import type { Imported } from "./imported.ts";
import { isSame, meaningName } from "./meaning.ts";
import { Notes } from "./note.ts";
import { type Reading, readRow } from "./row.ts";
import { cellName, columnLetters, type Sheet, usedColumns } from "./sheet.ts";

/** Makes recommendations of a sheet whose columns are that: all of them, each fault with its place. */
export function importTable(
  languages: readonly Language[],
  sheet: Sheet,
  arrangement: Arrangement,
): Imported {
  const notes = new Notes();
  for (const { kind, values } of sheet.notes) notes.add(kind, ...values);
  const head = sheet.rows.find(({ line }) => line === arrangement.head);
  const reading: Reading = {
    sheet,
    columns: [...arrangement.columns].toSorted(([a], [b]) => a - b),
    headingOf: (column) => repeated(head?.cells[column] ?? ""),
    original: languages[0]!,
    faults: [],
    notes,
    codes: new Map(),
  };
  const all = languagesIn(arrangement.columns, languages);
  const hasCodes = reading.columns.some(([, { part }]) => part === "code");
  const refused = (faults: readonly ImportFault[]): Imported => ({
    languages: all,
    items: [],
    addressees: [],
    hasCodes,
    hasAddressees: false,
    faults,
    notes: notes.all,
  });

  const wrong = columnFaults(reading, arrangement.head, all.length);
  if (wrong.length > 0) return refused(wrong);
  const body = bodyOf(sheet, arrangement, notes);
  const count = body.length + sheet.count - sheet.rows.length;
  if (count === 0) return refused([fault("empty")]);
  if (count > MOST_RECOMMENDATIONS) {
    return refused([fault("too-many", { count, most: MOST_RECOMMENDATIONS })]);
  }
  for (const column of usedColumns(sheet).filter((one) => !arrangement.columns.has(one))) {
    notes.add("columns-out", `${columnLetters(column)} ${reading.headingOf(column)}`.trim());
  }
  const rows = body.map((row) => readRow(reading, row));
  const codeAt = (index: number) => (hasCodes ? rows[index]!.code : String(index + 1));
  if (!hasCodes) notes.add("codes-made", `${codeAt(0)} – ${codeAt(rows.length - 1)}`);
  const { codes, ...addressed } = readAddressees(rows, reading.original, reading);
  return {
    ...refused(reading.faults),
    ...addressed,
    items: rows.map(({ texts }, index) => ({
      code: codeAt(index),
      addressee: codes[index]!,
      texts,
    })),
  };
}

const fault = (kind: ImportFault["kind"], more: Partial<ImportFault> = {}): ImportFault => ({
  place: { whole: true },
  kind,
  ...more,
});

/** What is wrong with what the columns are. */
function columnFaults({ columns, headingOf }: Reading, head: number, languages: number) {
  const faults: ImportFault[] = [];
  if (!columns.some(([, { part }]) => part === "title" || part === "whole")) {
    faults.push(fault("columns-missing"));
  }
  columns.forEach(([column, meaning], index) => {
    const isTwice = columns.slice(0, index).some(([, one]) => isSame(one, meaning));
    // Measures may stand in several columns.
    if (!isTwice || meaning.part === "measures") return;
    const place = { cell: cellName(head || 1, column), heading: headingOf(column) };
    faults.push({ place, kind: "column-twice", found: meaningName(meaning) });
  });
  if (languages > MOST_LANGUAGES) {
    faults.push(fault("too-many-languages", { count: languages, most: MOST_LANGUAGES }));
  }
  return faults;
}
