import { TEXT_LENGTHS } from "../../consultation/definition.ts";
import type { Language } from "../../language.ts";
import { skeleton } from "../../look-alikes.ts";
import type { Addressed } from "./addressees.ts";
import type { BodyRow } from "./body.ts";
import {
  type Place,
  readCode,
  readLine,
  readMeasures,
  readText,
  readWhole,
  tooManyMeasures,
} from "./cell.ts";
import type { ImportFault } from "./fault.ts";
import { repeated } from "./fault.ts";
import type { Meaning } from "./meaning.ts";
import type { Notes } from "./note.ts";
import { cellName, type Sheet } from "./sheet.ts";

/** What of a table every row is read with. */
export interface Reading {
  sheet: Sheet;
  /** The columns that are something, by their places, in order. */
  columns: readonly (readonly [number, Meaning])[];
  headingOf: (column: number) => string;
  original: Language;
  faults: ImportFault[];
  notes: Notes;
  /** The cells in which codes stand, by what people would take for the same. */
  codes: Map<string, string>;
}

/** What a row says: by part and language its texts, and to whom it is addressed. */
export interface ReadRow extends Addressed {
  texts: Readonly<Record<string, string>>;
}

/** Reads one recommendation. */
export function readRow(reading: Reading, { row, more, heading }: BodyRow): ReadRow {
  const { columns, original, faults, notes, sheet } = reading;
  const texts: Record<string, string> = {};
  const names: Record<Language, string> = {};
  const measures = new Map<Language, { lines: string[]; at: Place }>();
  let [code, said] = ["", heading ?? ""];
  let place: Place = { at: { row: row.line }, name: String(row.line), faults, notes };
  const set = (part: string, language: Language, text: string) => {
    if (text !== "") texts[`${part}.${language}`] = text;
  };
  const putMeasures = (language: Language, cell: string, at: Place) => {
    const stood = measures.get(language);
    const lines = [...(stood?.lines ?? []), ...readMeasures(cell, at)];
    measures.set(language, { lines, at: stood?.at ?? at });
  };
  for (const [column, { part, language = original }] of columns) {
    const at = placeAt(reading, row.line, column);
    const cell = row.cells[column] ?? "";
    const unread = sheet.unread.find((one) => one.line === row.line && one.column === column);
    if (unread !== undefined) {
      faults.push({ place: at.at, kind: unread.kind, found: repeated(unread.found) });
      continue;
    }
    switch (part) {
      case "code":
        code = codeIn(reading, cell, at);
        break;
      case "addressee":
        if (language === original) [said, place] = [cell.trim() || said, at];
        else if (cell.trim() !== "") names[language] = readLine(cell, at);
        break;
      case "measures":
        putMeasures(language, cell, at);
        break;
      case "whole": {
        const { title, statement } = readWhole(cell, at);
        set("title", language, title);
        set("statement", language, statement);
        break;
      }
      default:
        set(part, language, readText(cell, TEXT_LENGTHS[part], at));
    }
  }
  for (const next of more) {
    for (const [column, { part, language = original }] of columns) {
      if (part !== "measures" || next.down?.includes(column)) continue;
      putMeasures(language, next.cells[column] ?? "", placeAt(reading, next.line, column));
    }
  }
  for (const [language, { lines, at }] of measures) {
    tooManyMeasures(lines.length, at);
    set("measures", language, lines.join("\n"));
  }
  lacksTitle(reading, row.line, texts);
  return { texts, names, code, said, place };
}

const placeAt = ({ headingOf, faults, notes }: Reading, line: number, column: number): Place => {
  const name = cellName(line, column);
  return { at: { cell: name, heading: headingOf(column) }, name, faults, notes };
};

function codeIn(reading: Reading, cell: string, at: Place): string {
  if (cell.trim() === "") {
    reading.faults.push({ place: at.at, kind: "code-missing" });
    return "";
  }
  const code = readCode(cell, at);
  const other = reading.codes.get(skeleton(code));
  if (other === undefined) reading.codes.set(skeleton(code), at.name);
  else reading.faults.push({ place: at.at, kind: "code-repeated", found: code, instead: other });
  return code;
}

/** A recommendation without a title in any language, unless it is told already why. */
function lacksTitle(reading: Reading, line: number, texts: Readonly<Record<string, string>>): void {
  const titled = reading.columns.filter(([, { part }]) => part === "title" || part === "whole");
  if (titled.some(([, { language }]) => texts[`title.${language}`] !== undefined)) return;
  const at = placeAt(reading, line, titled[0]![0]).at;
  const isTold = reading.faults.some(
    ({ place }) => "cell" in place && "cell" in at && place.cell === at.cell,
  );
  if (!isTold) reading.faults.push({ place: at, kind: "title-missing" });
}
