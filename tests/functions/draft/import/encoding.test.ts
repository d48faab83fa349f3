import { describe, expect, test } from "vitest";
import { decoded } from "../../../../functions/draft/import/encoding.ts";
import { importedOf, linesOf, sent } from "./reading.ts";

/** A text as a program wrote it that knew 256 letters. */
function written(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const bytes = new Map<string, number>();
  for (let byte = 255; byte >= 0; byte--) bytes.set(decoder.decode(new Uint8Array([byte])), byte);
  return new Uint8Array([...text].map((letter) => bytes.get(letter)!));
}

describe("a table in an older encoding is recognised by its words", () => {
  const russian = "code;title\nA1;Чистый воздух в ШКОЛАХ № 5\nA2;ДА\n";
  test.each([
    ["windows-1251", "ru", russian],
    ["koi8-r", "ru", russian.replace("№", "N")],
    ["ibm866", "ru", russian],
    ["windows-1251", "en", russian],
    ["windows-1252", "de", "code;title\n1;Maßnahmen für größere Städte – „gut“\n"],
    ["windows-1252", "ru", "code;title\n1;L’été à Genève, où l’air est pur\n"],
    ["windows-1250", "pl", "code;title\n1;Czyste powietrze dla każdej szkoły, źródła\n"],
    ["windows-1254", "tr", "code;title\n1;Temiz hava için önlem alınmalı, ışık\n"],
    ["windows-1253", "el", "code;title\n1;Καθαρός αέρας για όλους\n"],
    ["windows-1256", "ar", "code;title\n1;هواء نظيف للمدينة\n"],
    ["windows-1255", "he", "code;title\n1;אוויר נקי לעיר\n"],
  ])("%s (%s)", (encoding, language, text) => {
    expect(decoded(written(text, encoding), [language])).toMatchObject({ text, encoding });
  });

  test.each([
    ["with its mark", Buffer.from(`\uFEFF${russian}`, "utf16le"), "UTF-16LE"],
    ["without", Buffer.from(russian, "utf16le"), "UTF-16LE"],
    ["the other way round", Buffer.from(`\uFEFF${russian}`, "utf16le").swap16(), "UTF-16BE"],
  ])("UTF-16 %s", (_, file, encoding) => {
    expect(decoded(file, ["ru"])).toEqual({ text: russian, encoding });
  });

  test("UTF-8 is what it says, and other files are none", () => {
    expect(decoded(Buffer.from(`\uFEFF${russian}`), ["ru"])).toMatchObject({ encoding: undefined });
    expect(decoded(Buffer.from("%PDF-1.4\n\0\u0001\xFF", "latin1"), ["ru"])).toBeUndefined();
  });
});

describe("a table as text", () => {
  test.each([
    ["semicolons, with commas in it", "code;title\nA1;a, b, c\n", "a, b, c"],
    ["tabs", "code\ttitle\nA1\ta; b", "a; b"],
    ["Excel's line, against its first row", "sep=|\ncode|title\nA1|a;b;c", "a;b;c"],
    ["a line of tabs", "sep=\t\r\ncode\ttitle\r\nA1\ta", "a"],
    ["quotation marks within", 'code;title\nA1;ТОО "Рога" и ко', 'ТОО "Рога" и ко'],
    ["doubled ones", 'code,title\nA1,"ТОО ""Рога"", да"', 'ТОО "Рога", да'],
  ])("with %s", (_, text, title) => {
    expect(linesOf(importedOf(sent(text)))).toEqual([`A1 A title.ru=${title}`]);
  });

  test("counts its rows as a spreadsheet does", () => {
    const read = importedOf(sent('sep=;\ncode;title\n\nA1;"a\nb\nc"\n;;\nbad code;x'));
    expect(read.faults.map(({ place }) => place)).toEqual([{ cell: "A5", heading: "code" }]);
  });

  test.each([
    ["an old Excel file", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), "old-format"],
    ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 1]), "not-text"],
    ["nothing", new Uint8Array(), "empty"],
    ["a quotation that does not end", 'code,title\nA1,x\nA2,"y\nA3,z', "broken-quotes"],
    ["10,000 rows", `code,title\n${"A1,x\n".repeat(10_000)}`, "too-many"],
    ["300 columns", `code,title${",x".repeat(300)}\nA1,x`, "too-large-inside"],
  ])("%s is refused", (_, file, kind) => {
    const read = sent(file);
    expect("faults" in read && read.faults.map((fault) => fault.kind)).toEqual([kind]);
  });
});
