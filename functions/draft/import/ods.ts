/**
 * The sheets of an OpenDocument spreadsheet (.ods) as rows of text: OpenDocument 1.3 part 3, §9 (tables).
 * Beside every value stands the text that the sheet shows of it, and that is what is taken.
 */
import type { Sheet } from "../../../domain/draft/import/sheet.ts";
import { cellName, MOST_COLUMNS } from "../../../domain/draft/import/sheet.ts";
import { SheetMaker, type Stretch } from "./sheet-maker.ts";
import { readXml } from "./xml.ts";

/** The part of such a file that is read. */
export const ODS_CONTENT = "content.xml";

/** Most times that a row with something in it may stand for several. Empty ones only count. */
const MOST_REPEATED = 1_000;

/** Marks of a text that stands beside the cell, and is not what it shows. */
const BESIDE = ["annotation", "note", "tracked-changes", "deletion"];

/** All visible sheets. Throws when the file has none, and a `RangeError` when there is more than is taken. */
export function readOds(source: string): Sheet[] {
  const sheets: Sheet[] = [];
  let made: SheetMaker | undefined;
  let stretches: Stretch[] = [];
  let [line, repeats, column, columns] = [1, 1, 0, 0];
  let cells: string[] = [];
  let cell: { text: string; paragraphs: number; attributes: Record<string, string> } | undefined;
  let [beside, inText, isHidden] = [0, false, false];
  const hiddenTables = hiddenStyles(source);
  const add = (text: string) => {
    if (cell !== undefined && beside === 0 && inText) cell.text += text;
  };
  readXml(source, {
    open: (name, attributes) => {
      if (BESIDE.includes(name)) beside++;
      if (name === "table") {
        made = new SheetMaker(attributes["table:name"] ?? "");
        isHidden = hiddenTables.has(attributes["table:style-name"] ?? "");
        [line, columns, stretches] = [1, 0, []];
      } else if (name === "table-column") {
        const count = countOf(attributes["table:number-columns-repeated"]);
        if (isOut(attributes)) {
          for (let one = columns; one < Math.min(columns + count, MOST_COLUMNS); one++)
            made?.hide("columns", one);
        }
        columns += count;
      } else if (name === "table-row") {
        repeats = countOf(attributes["table:number-rows-repeated"]);
        [column, cells] = [0, []];
        if (isOut(attributes) && repeats <= MOST_REPEATED) made?.hide("rows", line);
      } else if (name === "table-cell" || name === "covered-table-cell") {
        cell = { text: "", paragraphs: 0, attributes };
      } else if (name === "p" && cell !== undefined && beside === 0) {
        if (cell.paragraphs++ > 0) cell.text += "\n";
        inText = true;
      } else if (name === "s") add(" ".repeat(Math.min(100, countOf(attributes["text:c"]))));
      else if (name === "tab") add("\t");
      else if (name === "line-break") add("\n");
    },
    text: add,
    close: (name) => {
      if (BESIDE.includes(name)) beside--;
      if (name === "p" && beside === 0) inText = false;
      if ((name === "table-cell" || name === "covered-table-cell") && cell !== undefined) {
        endCell(cell);
        cell = undefined;
      } else if (name === "table-row") endRow();
      else if (name === "table" && made !== undefined) {
        made.stretch(stretches);
        if (!isHidden) sheets.push(made.made());
        made = undefined;
      }
    },
  });
  if (sheets.length === 0) throw new SyntaxError("the file has no sheet");
  return sheets;

  function endCell({ text, attributes }: NonNullable<typeof cell>): void {
    const count = countOf(attributes["table:number-columns-repeated"]);
    if (text.trim() !== "") {
      if (column + count > MOST_COLUMNS) throw new RangeError("too many columns");
      while (cells.length < column) cells.push("");
      for (let one = 0; one < count; one++) cells.push(text);
      noted(attributes);
    }
    column += count;
  }

  function noted(attributes: Record<string, string>): void {
    const place = cellName(line, column);
    const wide = countOf(attributes["table:number-columns-spanned"]);
    const high = countOf(attributes["table:number-rows-spanned"]);
    if (wide > 1 || high > 1) {
      stretches.push({ lines: [line, line + high - 1], columns: [column, column + wide - 1] });
    }
    const kind = attributes["office:value-type"];
    const isError = attributes["calcext:value-type"] === "error";
    if (kind === "boolean" || isError) {
      made?.unread.push({ line, column, kind: "no-text", found: cells.at(-1) ?? "" });
    } else if (attributes["table:formula"] !== undefined) made?.notes.add("formulas", place);
  }

  function endRow(): void {
    if (cells.length > 0) {
      if (repeats > MOST_REPEATED) throw new RangeError("too many rows");
      for (let one = 0; one < repeats; one++) made?.addRow(line + one, cells);
    }
    line += repeats;
  }
}

const countOf = (text: string | undefined): number => {
  const count = Number(text ?? 1);
  return Number.isSafeInteger(count) && count > 0 ? count : 1;
};

const isOut = (attributes: Record<string, string>): boolean =>
  ["collapse", "filter"].includes(attributes["table:visibility"] ?? "");

/** The styles of tables that are not shown. */
function hiddenStyles(source: string): Set<string> {
  const hidden = new Set<string>();
  let style = "";
  readXml(source, {
    open: (name, attributes) => {
      if (name === "style") style = attributes["style:name"] ?? "";
      if (name === "table-properties" && attributes["table:display"] === "false") hidden.add(style);
    },
  });
  return hidden;
}
