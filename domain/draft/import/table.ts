import { isCode, latinCode } from "../../consultation/code.ts";
import type { Language } from "../../language.ts";
import { asTranslated, type Draft, emptyDraft } from "../draft.ts";
import { itemField } from "../field.ts";
import { type Column, languagesIn, readColumns } from "./columns.ts";
import {
  type ImportFault,
  type ImportFaultKind,
  MOST_IMPORTED,
  textFault,
  wholeFault,
} from "./fault.ts";

/** One line of a table: its number in the file, from 1, and its cells. */
export interface TableRow {
  line: number;
  cells: readonly string[];
}

/** The new consultation that a table's recommendations go into. */
export interface NewConsultation {
  id: string;
  original: Language;
}

/** A code such as `K12` says to whom it is addressed. */
const LETTERS = /^\p{Lu}{1,3}(?=\d)/u;
/** The addressee of all where nothing says who it is. */
const ADDRESSEE = "A";
const LENGTHS = { title: 120, statement: 800, measures: 400 };
const MOST_MEASURES = 12;

/** What separates the cells, by its first line: whichever of the three stands there most often. */
export function delimiterOf(text: string): "," | ";" | "\t" {
  const [first = ""] = text.split(/\r?\n|\r/, 1);
  const often = (one: string) => first.split(one).length;
  return ([",", ";", "\t"] as const).reduce((best, one) => (often(one) > often(best) ? one : best));
}

/** Makes a draft of a table of recommendations: of all of it, or of nothing. */
export function importTable(
  { id, original }: NewConsultation,
  rows: readonly TableRow[],
): { draft: Draft } | { faults: ImportFault[] } {
  const [head, ...rest] = rows;
  const body = rest.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  if (head === undefined || body.length === 0) return wholeFault("empty");
  if (body.length > MOST_IMPORTED) return wholeFault("too-many");
  const read = readColumns(head.cells, original);
  if ("faults" in read) return read;
  const languages = languagesIn(read.columns, original);
  const fields = new Map<string, string>(Object.entries(emptyDraft(id, languages).fields));
  const faults: ImportFault[] = [];
  const lineOfCode = new Map<string, number>();
  const addressees = new Set<string>();
  body.forEach((row, index) => {
    const judged = readRow(read.columns, row);
    const code = judged.values.get("code") ?? "";
    const addressee = judged.values.get("addressee") || (LETTERS.exec(code)?.[0] ?? ADDRESSEE);
    const fault = (column: string, kind: ImportFaultKind) =>
      judged.faults.push({ place: { row: row.line, column }, kind });
    if (lineOfCode.has(code)) fault("code", "repeated");
    lineOfCode.set(code, row.line);
    faults.push(...judged.faults);
    addressees.add(addressee);
    const at = (part: string) => itemField("recommendations", String(index + 1), part);
    for (const [name, value] of judged.values) if (value !== "") fields.set(at(name), value);
    fields.set(at("addressee"), addressee);
  });
  if (faults.length > 0) return { faults };
  fields.set("recommendations", body.map((_, index) => index + 1).join(" "));
  [...addressees].forEach((code, index) => {
    fields.set(itemField("addressees", String(index + 1), "code"), code);
  });
  fields.set("addressees", [...addressees].map((_, index) => index + 1).join(" "));
  return { draft: asTranslated({ fields: Object.fromEntries(fields) }) };
}

function readRow(columns: readonly Column[], { line, cells }: TableRow) {
  const faults: ImportFault[] = [];
  const values = new Map<string, string>();
  if (cells.slice(columns.length).some((cell) => cell.trim() !== "")) {
    faults.push({ place: { row: line, column: undefined }, kind: "row-too-long" });
  }
  columns.forEach((column, index) => {
    const { text, kind } = readCell(column, cells[index] ?? "");
    if (kind !== undefined) faults.push({ place: { row: line, column: column.name }, kind });
    values.set(column.language ? `${column.part}.${column.language}` : column.part, text);
  });
  const titles = columns.filter(({ part }) => part === "title");
  if (titles.every(({ language }) => values.get(`title.${language}`) === "")) {
    faults.push({ place: { row: line, column: "title" }, kind: "missing" });
  }
  return { values, faults };
}

function readCell(column: Column, cell: string): { text: string; kind?: ImportFaultKind } {
  const text = cell.normalize("NFC").trim();
  switch (column.part) {
    case "code":
      if (text === "") return { text, kind: "missing" };
      return codeOf(text);
    case "addressee":
      return text === "" ? { text } : codeOf(text);
    case "measures":
      return readMeasures(text);
    default: {
      const kind = isFormula(text) ? "formula" : textFault(text, LENGTHS[column.part]);
      return kind === undefined ? { text } : { text, kind };
    }
  }
}

/** A code, in Latin letters where all of it looks like that. */
function codeOf(cell: string): { text: string; kind?: ImportFaultKind } {
  const text = latinCode(cell);
  return isCode(text) ? { text } : { text, kind: "not-allowed" };
}

function readMeasures(text: string): { text: string; kind?: ImportFaultKind } {
  const lines = text
    .split(/\r\n|\r|\n|\|/)
    .map((line) => line.trim().replace(/^[-•*] +/, ""))
    .filter(Boolean);
  if (lines.length > MOST_MEASURES) return { text, kind: "too-many" };
  for (const line of lines) {
    const kind = isFormula(line) ? "formula" : textFault(line, LENGTHS.measures);
    if (kind !== undefined) return { text, kind };
  }
  return { text: lines.join("\n") };
}

/** What a spreadsheet would calculate when the text came back to it. */
const isFormula = (text: string): boolean => /^[=+@-]/.test(text);
