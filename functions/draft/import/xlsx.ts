/**
 * The sheets of a spreadsheet file (.xlsx) as rows of text. Of the format only what a table of texts needs
 * is read: Office Open XML, ECMA-376 part 1, §18.3 (sheets), §18.4 (shared strings), §18.8 (styles).
 */
import type { Sheet } from "../../../domain/draft/import/sheet.ts";
import { cellName, MOST_COLUMNS } from "../../../domain/draft/import/sheet.ts";
import { formatOf, shownNumber } from "./number-format.ts";
import { columnOf, stretchOf } from "./reference.ts";
import { SheetMaker, type Stretch } from "./sheet-maker.ts";
import { readXml } from "./xml.ts";

const WORKBOOK = "xl/workbook.xml";
const RELATIONS = "xl/_rels/workbook.xml.rels";

/** The parts of such a file that are read. */
export const isXlsxPart = (name: string): boolean =>
  /^xl\/([\w./-]+\.xml|_rels\/[\w.]+\.rels)$/.test(name);

/** What every cell of a workbook is read with. */
interface Book {
  shared: readonly string[];
  /** The format of each style, by its place. */
  formats: readonly string[];
  is1904: boolean;
}

/** All visible sheets. Throws when the file has none, and a `RangeError` when there is more than is taken. */
export function readXlsx(parts: ReadonlyMap<string, string>): Sheet[] {
  const sheets: { name: string; relation: string }[] = [];
  let is1904 = false;
  readXml(parts.get(WORKBOOK) ?? "", {
    open: (name, attributes) => {
      const { name: title = "", state = "visible" } = attributes;
      if (name === "workbookPr") is1904 = isTrue(attributes["date1904"]);
      if (name !== "sheet" || state !== "visible") return;
      sheets.push({ name: title, relation: attributes["r:id"] ?? "" });
    },
  });
  const targets = new Map<string, string>();
  readXml(parts.get(RELATIONS) ?? "", {
    open: (name, { Id = "", Target = "" }) => {
      if (name !== "Relationship") return;
      targets.set(Id, Target.startsWith("/") ? Target.slice(1) : `xl/${Target}`);
    },
  });
  const book = {
    // Left out where every text stands in its cell.
    shared: readSharedStrings(parts.get("xl/sharedStrings.xml") ?? "<sst/>"),
    formats: readFormats(parts.get("xl/styles.xml") ?? "<styleSheet/>"),
    is1904,
  };
  const read = sheets.flatMap(({ name, relation }) => {
    const source = parts.get(targets.get(relation) ?? "");
    return source === undefined ? [] : [readSheet(name, source, book)];
  });
  if (read.length === 0) throw new SyntaxError("the file has no sheet");
  return read;
}

const isTrue = (value: string | undefined): boolean => value === "1" || value === "true";

function readSharedStrings(source: string): string[] {
  const strings: string[] = [];
  const reader = textReader((text) => strings.push(strings.pop() + text));
  readXml(source, {
    ...reader,
    open: (name) => {
      if (name === "si") strings.push("");
      reader.open(name);
    },
  });
  return strings.map(unescaped);
}

/** Hands on what stands in `t`; how it is pronounced stands beside it in some languages, and is left out. */
function textReader(take: (text: string) => void) {
  let [inText, inReading] = [false, false];
  return {
    open: (name: string) => {
      if (name === "rPh") inReading = true;
      inText = name === "t" && !inReading;
    },
    close: (name: string) => {
      if (name === "t") inText = false;
      if (name === "rPh") inReading = false;
    },
    text: (text: string) => {
      if (inText) take(text);
    },
  };
}

function readFormats(source: string): string[] {
  const own = new Map<number, string>();
  const numbers: number[] = [];
  let inCells = false;
  readXml(source, {
    open: (name, { numFmtId = "0", formatCode = "" }) => {
      if (name === "numFmt") own.set(Number(numFmtId), formatCode);
      if (name === "cellXfs") inCells = true;
      if (name === "xf" && inCells) numbers.push(Number(numFmtId));
    },
    close: (name) => {
      if (name === "cellXfs") inCells = false;
    },
  });
  return numbers.map((number) => formatOf(number, own));
}

function readSheet(name: string, source: string, book: Book): Sheet {
  const made = new SheetMaker(name);
  const stretches: Stretch[] = [];
  let row = { line: 0, cells: [] as string[] };
  let cell = { column: -1, type: "", style: 0, value: "", hasFormula: false };
  let element = "";
  const inline = textReader((text) => (cell.value += text));
  readXml(source, {
    open: (name, attributes) => {
      element = name;
      inline.open(name);
      if (name === "row") {
        const line = Number(attributes["r"] ?? NaN);
        row = { line: Number.isSafeInteger(line) && line > 0 ? line : row.line + 1, cells: [] };
        cell.column = -1;
        if (isTrue(attributes["hidden"])) made.hide("rows", row.line);
      } else if (name === "c") {
        const column = columnOf(attributes["r"]) ?? cell.column + 1;
        const style = Number(attributes["s"] ?? 0);
        cell = { column, type: attributes["t"] ?? "n", style, value: "", hasFormula: false };
      } else if (name === "f") cell.hasFormula = true;
      else if (name === "col" && isTrue(attributes["hidden"])) {
        const last = Math.min(Number(attributes["max"]), MOST_COLUMNS);
        for (let one = Number(attributes["min"]); one <= last; one++) made.hide("columns", one - 1);
      } else if (name === "mergeCell") stretches.push(...stretchOf(attributes["ref"]));
    },
    text: (text) => {
      if (element === "v") cell.value += text;
      inline.text(text);
    },
    close: (name) => {
      element = "";
      inline.close(name);
      if (name === "row") made.addRow(row.line, row.cells);
      if (name !== "c") return;
      const { column } = cell;
      const text = textOf(made, row.line, cell, book);
      if (text === "") return;
      if (column >= MOST_COLUMNS) throw new RangeError("too many columns");
      while (row.cells.length < column) row.cells.push("");
      row.cells[column] = text;
    },
  });
  made.stretch(stretches);
  return made.made();
}

/** What a cell shows; where that cannot be told, it is noted as unread and shows what is known of it. */
function textOf(
  made: SheetMaker,
  line: number,
  cell: { column: number; type: string; style: number; value: string; hasFormula: boolean },
  { shared, formats, is1904 }: Book,
): string {
  const { column, type, style, value, hasFormula } = cell;
  const unread = (kind: Sheet["unread"][number]["kind"], found: string) => {
    made.unread.push({ line, column, kind, found });
    return found;
  };
  if (hasFormula && value === "") return unread("formula", "=");
  if (hasFormula) made.notes.add("formulas", cellName(line, column));
  if (type === "s") return shared[Number(value)] ?? "";
  if (type === "e" || type === "b")
    return unread("no-text", type === "e" ? value : value === "1" ? "TRUE" : "FALSE");
  if (type !== "n") return unescaped(value);
  if (value.trim() === "") return "";
  const format = formats[style] ?? "General";
  const shown = shownNumber(Number(value), format, is1904);
  if (shown === undefined) return unread("number-format", value);
  if (shown !== value && shown !== "")
    made.notes.add("shown", `${cellName(line, column)}: ${shown}`);
  return shown;
}

/** Characters that XML cannot hold stand as `_x000D_`; that one is half of a line's end. */
const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    code === "000D" ? "" : String.fromCharCode(Number.parseInt(code, 16)),
  );
