/**
 * A table as a spreadsheet file (.xlsx), with every text in its cell: Office Open XML, ECMA-376 part 1,
 * §18.3. No more of the format than a table of texts needs; what a cell holds is never a formula.
 */
import { strToU8, zipSync } from "fflate";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const PARTS = {
  "[Content_Types].xml":
    `<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/>` +
    `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${CONTENT}.worksheet+xml"/></Types>`,
  "_rels/.rels": relation("officeDocument", "xl/workbook.xml"),
  "xl/workbook.xml":
    `<workbook xmlns="${MAIN}" xmlns:r="${RELATION}">` +
    '<sheets><sheet name="texts" sheetId="1" r:id="r1"/></sheets></workbook>',
  "xl/_rels/workbook.xml.rels": relation("worksheet", "worksheets/sheet1.xml"),
};

/** The bytes of a spreadsheet of those rows; `widths` are those of the columns, in characters. */
export function workbookOf(
  rows: readonly (readonly string[])[],
  widths: readonly number[],
): Uint8Array<ArrayBuffer> {
  const columns = widths.map(
    (width, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const body = rows.map(
    (cells, index) => `<row r="${index + 1}">${cells.map(cellOf).join("")}</row>`,
  );
  const sheet = `<worksheet xmlns="${MAIN}"><cols>${columns.join("")}</cols><sheetData>${body.join("")}</sheetData></worksheet>`;
  const parts = Object.entries({ ...PARTS, "xl/worksheets/sheet1.xml": sheet });
  return zipSync(Object.fromEntries(parts.map(([name, xml]) => [name, strToU8(HEAD + xml)])));
}

function relation(kind: string, target: string): string {
  return (
    `<Relationships xmlns="${PACKAGE}/relationships">` +
    `<Relationship Id="r1" Type="${RELATION}/${kind}" Target="${target}"/></Relationships>`
  );
}

const cellOf = (text: string): string =>
  `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** `_x0041_` would be read as a letter: its first stroke is written as one. */
const escaped = (text: string): string =>
  text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(/[&<>]/g, (letter) => ENTITIES[letter]!);
