import { strToU8, zipSync } from "fflate";

type Part = string | Uint8Array<ArrayBuffer>;

/** A row's XML around its cells. */
export const row = (cells: string, line = 1): string => `<row r="${line}">${cells}</row>`;

/** A cell that holds its text itself; the text is XML already. */
export const text = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`;

/** The sheet's part in the file. */
export const SHEET = "xl/worksheets/sheet1.xml";

/** A spreadsheet file with those rows; any part can be put in the place of what is usual. */
export function packed(rows: string, parts: Record<string, Part> = {}): Uint8Array<ArrayBuffer> {
  const all: Record<string, Part> = {
    "xl/workbook.xml": '<workbook><sheets><sheet name="a" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels":
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    [SHEET]: `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    ...parts,
  };
  const bytes = Object.entries(all).map(([name, part]): [string, Uint8Array] => [
    name,
    typeof part === "string" ? strToU8(part) : part,
  ]);
  return zipSync(Object.fromEntries(bytes));
}

/** A spreadsheet of plain texts. */
export const spreadsheet = (rows: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> =>
  packed(rows.map((cells, index) => row(cells.map(text).join(""), index + 1)).join(""));

/** An OpenDocument spreadsheet: the XML of its tables, between what every such file has. */
export const openDocument = (tables: string, styles = ""): Uint8Array<ArrayBuffer> =>
  zipSync({
    mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet"),
    "content.xml": strToU8(
      `<?xml version="1.0"?><office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
    ),
  });
