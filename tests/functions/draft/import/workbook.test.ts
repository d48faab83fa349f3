import { describe, expect, test } from "vitest";
import { openDocument, packed, row, SHEET, text } from "../../../support/spreadsheet.ts";
import { importedOf, linesOf, sent } from "./reading.ts";

const HEAD = row(text("code") + text("title.ru"));
const read = (file: Uint8Array) => importedOf(sent(file));
const notesOf = (file: Uint8Array) => read(file).notes.map(({ kind, values }) => [kind, ...values]);
const sheet = (rows: string, after = "", before = "") =>
  packed("", {
    [SHEET]: `<worksheet>${before}<sheetData>${rows}</sheetData>${after}</worksheet>`,
  });

describe("an .xlsx file", () => {
  test("of a formula the last result is taken, and one without is refused with its place", () => {
    const file = packed(
      HEAD + row(`${text("A1")}<c r="B2" t="str"><f>UPPER(1)</f><v>Раз</v></c>`, 2),
    );
    expect(linesOf(read(file))).toEqual(["A1 A title.ru=Раз"]);
    expect(notesOf(file)).toContainEqual(["formulas", "B2"]);
    const without = read(packed(HEAD + row(`${text("A1")}<c r="B2"><f>UPPER(1)</f></c>`, 2)));
    expect(without.faults).toMatchObject([
      { place: { cell: "B2", heading: "title.ru" }, kind: "formula" },
    ]);
  });

  test.each([
    ['<c r="B2" t="e"><v>#N/A</v></c>', "no-text", "#N/A"],
    ['<c r="B2" t="b"><v>1</v></c>', "no-text", "TRUE"],
    ['<c r="B2" s="1"><v>1.5</v></c>', "number-format", "1.5"],
  ])("%s is refused with its place", (cell, kind, found) => {
    const styles =
      '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="12"/></cellXfs></styleSheet>';
    const rows = {
      [SHEET]: `<worksheet><sheetData>${HEAD}${row(text("A1") + cell, 2)}</sheetData></worksheet>`,
    };
    const { faults } = read(packed("", { ...rows, "xl/styles.xml": styles }));
    expect(faults).toMatchObject([{ place: { cell: "B2" }, kind, found }]);
  });

  test("what cannot be read in a column that is not wanted is in nobody's way", () => {
    const rows =
      row(text("code") + text("title") + text("sum")) +
      row(`${text("A1")}${text("x")}<c r="C2" t="e"><v>#N/A</v></c>`, 2);
    expect(read(packed(rows)).faults).toEqual([]);
  });

  test("merged cells hold for all of them; one alone in its row is a heading", () => {
    const rows =
      row(text("code") + text("addressee") + text("title")) +
      row(text("Воздух"), 2) +
      row(text("A1") + text("GOV") + text("x"), 3) +
      row(`${text("A2")}<c r="C4" t="inlineStr"><is><t>y</t></is></c>`, 4);
    const merged = '<mergeCells><mergeCell ref="A2:C2"/><mergeCell ref="B3:B4"/></mergeCells>';
    const file = sheet(rows, merged);
    expect(linesOf(read(file))).toEqual(["A1 GOV title.ru=x", "A2 GOV title.ru=y"]);
    expect(notesOf(file)).toEqual([
      ["merged", "B3:B4"],
      ["headings-out", "2: Воздух"],
    ]);
  });

  test("hidden rows and columns are taken and said; how a text is read out is not taken", () => {
    const ruby = '<c t="inlineStr"><is><t>漢</t><rPh sb="0" eb="1"><t>かん</t></rPh></is></c>';
    const file = sheet(
      HEAD + `<row r="2" hidden="1">${text("A1")}${ruby}</row>`,
      "",
      '<cols><col min="2" max="16384" hidden="1"/></cols>',
    );
    expect(linesOf(read(file))).toEqual(["A1 A title.ru=漢"]);
    expect(notesOf(file)).toEqual([
      ["hidden-rows", "2"],
      ["hidden-columns", "B"],
    ]);
  });

  test("with more in it than a form can carry is refused", () => {
    const long = text("слово ".repeat(5_000));
    const rows = Array.from({ length: 40 }, (_, at) => row(text(`A${at + 1}`) + long, at + 2));
    expect(sent(packed(HEAD + rows.join("")))).toMatchObject({
      faults: [{ kind: "too-large-inside" }],
    });
  });

  test("of several sheets the first that can be read is, and the others are named and can be chosen", () => {
    const file = packed("", {
      "xl/workbook.xml":
        '<workbook><sheets><sheet name="Cover" r:id="r0"/><sheet name="Old" state="hidden" r:id="r3"/><sheet name="Table" r:id="r1"/><sheet name="More" r:id="r2"/></sheets></workbook>',
      "xl/_rels/workbook.xml.rels":
        '<Relationships><Relationship Id="r0" Target="worksheets/sheet0.xml"/><Relationship Id="r1" Target="/xl/worksheets/sheet1.xml"/><Relationship Id="r2" Target="worksheets/sheet2.xml"/><Relationship Id="r3" Target="worksheets/sheet2.xml"/></Relationships>',
      "xl/worksheets/sheet0.xml": `<worksheet><sheetData>${row(text("Report"))}</sheetData></worksheet>`,
      [SHEET]: `<worksheet><sheetData>${HEAD}${row(text("A1") + text("x"), 2)}</sheetData></worksheet>`,
      "xl/worksheets/sheet2.xml": `<worksheet><sheetData>${HEAD}${row(text("B1") + text("y"), 2)}</sheetData></worksheet>`,
    });
    const first = sent(file);
    expect(notesOf(file)).toContainEqual(["sheet", "Cover", "More"]);
    if (!("arranging" in first) || first.arranging.kind !== "table") throw new Error("no table");
    const table = JSON.stringify(first.arranging.sheets);
    const chosen = { table, seen: "1", sheet: "2", "column.0": "title.kk", do: "make" };
    // Another sheet is looked at first, and with headings of its own.
    const other = importedOf(sent("", chosen));
    expect([linesOf(other), other.isReady]).toEqual([["B1 B title.ru=y"], false]);
  });
});

describe("an .ods file", () => {
  const cell = (words: string, more = "") =>
    `<table:table-cell ${more}><text:p>${words}</text:p></table:table-cell>`;
  const line = (cells: string, more = "") => `<table:table-row ${more}>${cells}</table:table-row>`;
  const table = (rows: string) => `<table:table table:name="a">${rows}</table:table>`;
  const head = line(cell("code") + cell("title.ru"));

  test("is read as it shows: days, percent, paragraphs, spaces, and no notes beside", () => {
    const file = openDocument(
      table(
        head +
          line("<table:table-cell/>", 'table:number-rows-repeated="3"') +
          line(cell("A1") + cell("15 %", 'office:value-type="percentage" office:value="0.15"')) +
          line(
            cell("A2") +
              '<table:table-cell><office:annotation><text:p>no</text:p></office:annotation><text:p>a<text:s text:c="2"/>b</text:p><text:p><text:span>c</text:span></text:p></table:table-cell>',
          ) +
          line("<table:table-cell/>", 'table:number-rows-repeated="1048000"'),
      ),
    );
    expect(linesOf(read(file))).toEqual(["A1 A title.ru=15 %", "A2 A title.ru=a  b c"]);
    expect(notesOf(file)).toEqual([["joined", "B6"]]);
  });

  test("with merged and hidden cells, formulas and errors", () => {
    const three = line(cell("code") + cell("addressee") + cell("title"));
    const merged = line(
      cell("A1") +
        cell("GOV", 'table:number-rows-spanned="2"') +
        cell("x", 'table:formula="of:=1"'),
    );
    const covered = line(
      `${cell("A2")}<table:covered-table-cell/>${cell("y")}`,
      'table:visibility="collapse"',
    );
    const file = openDocument(table(three + merged + covered));
    expect(linesOf(read(file))).toEqual(["A1 GOV title.ru=x", "A2 GOV title.ru=y"]);
    expect(notesOf(file).toSorted()).toEqual([
      ["formulas", "C2"],
      ["hidden-rows", "3"],
      ["merged", "B2:B3"],
    ]);
    const wrong = line(cell("A1") + cell("#N/A", 'calcext:value-type="error"'));
    expect(read(openDocument(table(head + wrong))).faults).toMatchObject([
      { place: { cell: "B2" }, kind: "no-text" },
    ]);
  });

  test.each([
    ["a row", table(head + line(cell("A1") + cell("x"), 'table:number-rows-repeated="1048576"'))],
    ["a cell", table(head + line(cell("x", 'table:number-columns-repeated="16384"')))],
  ])("in which %s stands for a million is refused", (_, tables) => {
    expect(sent(openDocument(tables))).toMatchObject({ faults: [{ kind: "too-large-inside" }] });
  });

  test("of which no table is there is refused", () => {
    expect(sent(openDocument(""))).toMatchObject({ faults: [{ kind: "not-a-spreadsheet" }] });
  });
});
