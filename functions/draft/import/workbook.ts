/**
 * The first sheet of a spreadsheet file (.xlsx) as rows of text. Of the format only what a table of
 * texts needs is read: Office Open XML, ECMA-376 part 1, §18.3 (sheets) and §18.4 (shared strings).
 */
import type { TableRow } from "../../../domain/draft/import/table.ts";
import { unpacked } from "./unpacked.ts";
import { readXml } from "./xml.ts";

/** Columns further to the right hold nothing that is known. A cell may name any of 16,384. */
const MOST_COLUMNS = 200;
const WORKBOOK = "xl/workbook.xml";
const RELATIONS = "xl/_rels/workbook.xml.rels";

/** Whether a file is packed as spreadsheets are. */
export const isWorkbook = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

/**
 * Rows of the first sheet, each with its number in it. Throws when the file is not a spreadsheet, and a
 * `RangeError` when there is more in it than is taken.
 */
export function readWorkbook(bytes: Uint8Array): TableRow[] {
  const parts = unpacked(bytes, (name) => /^xl\/([\w./-]+\.xml|_rels\/[\w.]+\.rels)$/.test(name));
  const sheet = parts.get(firstSheet(parts));
  if (sheet === undefined) throw new SyntaxError("the file has no sheet");
  // Left out where every text stands in its cell.
  const shared = parts.get("xl/sharedStrings.xml");
  return readSheet(sheet, shared === undefined ? [] : readSharedStrings(shared));
}

/** The part in which the first sheet stands. */
function firstSheet(parts: ReadonlyMap<string, string>): string {
  let relation: string | undefined;
  readXml(parts.get(WORKBOOK) ?? "", {
    open: (name, attributes) => {
      if (name === "sheet") relation ??= attributes["r:id"];
    },
  });
  let target = "";
  readXml(parts.get(RELATIONS) ?? "", {
    open: (name, { Id, Target = "" }) => {
      if (name === "Relationship" && Id === relation) target = Target;
    },
  });
  return target.startsWith("/") ? target.slice(1) : `xl/${target}`;
}

function readSharedStrings(source: string): string[] {
  const strings: string[] = [];
  let [inText, inReading] = [false, false];
  readXml(source, {
    open: (name) => {
      if (name === "si") strings.push("");
      if (name === "rPh") inReading = true;
      inText = name === "t" && !inReading;
    },
    close: (name) => {
      if (name === "t") inText = false;
      // How a text is pronounced stands beside it in some languages; it is not the text.
      if (name === "rPh") inReading = false;
    },
    text: (text) => {
      if (inText) strings.push(strings.pop() + text);
    },
  });
  return strings.map(unescaped);
}

function readSheet(source: string, shared: readonly string[]): TableRow[] {
  const rows: TableRow[] = [];
  let row: { line: number; cells: string[] } = { line: 0, cells: [] };
  let cell = { column: 0, type: "", value: "", formula: undefined as string | undefined };
  let element = "";
  readXml(source, {
    open: (name, attributes) => {
      element = name;
      if (name === "row") {
        row = { line: Number(attributes["r"] ?? row.line + 1), cells: [] };
        cell.column = 0;
        rows.push(row);
      } else if (name === "c") {
        const column = columnOf(attributes["r"]) ?? cell.column + 1;
        cell = { column, type: attributes["t"] ?? "n", value: "", formula: undefined };
      } else if (name === "f") cell.formula = "";
    },
    text: (text) => {
      if (element === "v" || element === "t") cell.value += text;
      if (element === "f") cell.formula = (cell.formula ?? "") + text;
    },
    close: (name) => {
      element = "";
      if (name !== "c") return;
      if (cell.column > MOST_COLUMNS) throw new RangeError("too many columns");
      while (row.cells.length < cell.column) row.cells.push("");
      row.cells[cell.column - 1] = textOf(cell, shared);
    },
  });
  return rows;
}

/** What stands in a cell. A formula is shown as one, so that it is refused with its place. */
function textOf(
  { type, value, formula }: { type: string; value: string; formula: string | undefined },
  shared: readonly string[],
): string {
  if (formula !== undefined) return `=${formula}`;
  return type === "s" ? (shared[Number(value)] ?? "") : unescaped(value);
}

/** `C` of `C7` is 3. */
const columnOf = (reference: string | undefined): number | undefined => {
  const [letters] = /^[A-Z]{1,3}/.exec(reference ?? "") ?? [];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0);
};

/** Characters that XML cannot hold stand as `_x000D_`; that one is half of a line's end. */
const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    code === "000D" ? "" : String.fromCharCode(Number.parseInt(code, 16)),
  );
