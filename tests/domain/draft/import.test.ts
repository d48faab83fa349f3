import { describe, expect, test } from "vitest";
import { definitionOf } from "../../../domain/draft/definition-of.ts";
import { keysOf, valueOf } from "../../../domain/draft/draft.ts";
import { importJson } from "../../../domain/draft/import/json.ts";
import { delimiterOf, importTable } from "../../../domain/draft/import/table.ts";
import { missingTexts, staleTexts } from "../../../domain/draft/texts.ts";
import { definitionFile, shippedFile } from "../consultation/definition.ts";

const NEW = { id: "new-2027", original: "ru" as const };
const table = (...rows: string[][]) =>
  importTable(
    NEW,
    rows.map((cells, index) => ({ line: index + 1, cells })),
  );
const HEAD = ["code", "addressee", "title.ru", "title.kk", "statement.ru", "measures.ru"];
const row = (code: string, ...more: string[]) => [
  code,
  "A",
  "Заголовок",
  "Тақырып",
  "Текст",
  ...more,
];

describe("our own JSON", () => {
  test("is imported whole", async () => {
    const read = importJson(await shippedFile());
    if ("faults" in read) throw new Error(JSON.stringify(read.faults));
    expect(definitionOf(read.draft)).toEqual({
      consultation: JSON.parse(await shippedFile()) as unknown,
    });
  });

  test("may lack translations, which are then missing in the draft", () => {
    const file = definitionFile();
    const { en, ru } = file.recommendations[2]!.title;
    Object.assign(file.recommendations[2]!, { title: { en, ru } });
    const read = importJson(JSON.stringify(file));
    expect("draft" in read && missingTexts(read.draft)).toEqual(["recommendations.3.title.kk"]);
  });

  test("is refused with every place, and codes that stand twice too", () => {
    const file = definitionFile();
    const { en, ru } = file.title;
    Object.assign(file, { title: { en, ru } });
    file.recommendations[1]!.code = "W1";
    file.recommendations[5]!.addressee = "X";
    expect(importJson(JSON.stringify(file))).toEqual({
      faults: [
        { place: { pointer: "/recommendations/1/code" }, kind: "repeated" },
        { place: { pointer: "/recommendations/5/addressee" }, kind: "unknown" },
      ],
    });
  });

  test("names more than a hundred faults", () => {
    const file = definitionFile();
    file.recommendations = Array.from({ length: 100 }, (_, index) => ({
      ...file.recommendations[0]!,
      code: `W${index + 1}`,
      title: { en: "<b>", ru: "\u202E", kk: "\u0000" },
    }));
    const read = importJson(JSON.stringify(file));
    expect("faults" in read && read.faults).toHaveLength(300);
  });

  test.each([
    ["nothing", ""],
    ["half a file", '{"id":'],
    ["a number", "1"],
    ["null", "null"],
    ["a list", "[]"],
    ["prototype keys", '{"__proto__":{"id":"x"},"constructor":1}'],
    ["deep nesting", "[".repeat(100_000)],
  ])("%s is refused", (_, text) => {
    expect(importJson(text)).toHaveProperty("faults.0");
  });
});

describe("a table", () => {
  test("becomes a draft with its addressees, measures and missing texts", () => {
    const read = table(HEAD, row("A1", "- первая\n- вторая|третья"), ["B2", "", "Б", "", "", ""]);
    if ("faults" in read) throw new Error(JSON.stringify(read.faults));
    const { draft } = read;
    expect(valueOf(draft, "recommendations.1.measures.ru")).toBe("первая\nвторая\nтретья");
    expect(
      keysOf(draft, "addressees").map((key) => valueOf(draft, `addressees.${key}.code`)),
    ).toEqual(["A", "B"]);
    expect(valueOf(draft, "recommendations.2.addressee")).toBe("B");
    expect(missingTexts(draft)).toContain("recommendations.2.title.kk");
    expect(staleTexts(draft)).toEqual([]);
  });

  test.each([
    ["code,title", ","],
    ["code;title.ru;title.kk", ";"],
    ["code\ttitle,x\ta", "\t"],
  ])("of the first line %j is separated by %j", (text, delimiter) => {
    expect(delimiterOf(`${text}\n;;;;;;;\n,,,,,,`)).toBe(delimiter);
  });

  test("is refused with every fault's row and column, and with nothing imported", () => {
    const read = table(
      HEAD,
      row("A1"),
      row("A1"),
      ["__proto__", "constructor", "<script>", "=cmd()", "a\u202Eb", "x|\u0000"],
      ["A0", "a b", "", "", "+1", "@x", "more"],
      ["A4", "A", "т".repeat(121), "", "с".repeat(801), "м|".repeat(13)],
    );
    const places = "faults" in read ? read.faults : [];
    expect(places).toEqual([
      { place: { row: 3, column: "code" }, kind: "repeated" },
      { place: { row: 4, column: "code" }, kind: "not-allowed" },
      { place: { row: 4, column: "addressee" }, kind: "not-allowed" },
      { place: { row: 4, column: "title.ru" }, kind: "markup" },
      { place: { row: 4, column: "title.kk" }, kind: "formula" },
      { place: { row: 4, column: "statement.ru" }, kind: "control" },
      { place: { row: 4, column: "measures.ru" }, kind: "control" },
      { place: { row: 5, column: undefined }, kind: "row-too-long" },
      { place: { row: 5, column: "addressee" }, kind: "not-allowed" },
      { place: { row: 5, column: "statement.ru" }, kind: "formula" },
      { place: { row: 5, column: "measures.ru" }, kind: "formula" },
      { place: { row: 5, column: "title" }, kind: "missing" },
      { place: { row: 6, column: "title.ru" }, kind: "too-long" },
      { place: { row: 6, column: "statement.ru" }, kind: "too-long" },
      { place: { row: 6, column: "measures.ru" }, kind: "too-many" },
    ]);
  });

  test.each([
    ["no rows", [HEAD], "empty"],
    ["nothing", [], "empty"],
    [
      "501 rows",
      [HEAD, ...Array.from({ length: 501 }, (_, index) => row(`A${index}`))],
      "too-many",
    ],
    [
      "41 languages",
      [[...HEAD, ...Array.from({ length: 41 }, (_, i) => `title.x${i}`)], row("A1")],
      "too-many",
    ],
    ["an unknown language", [["code", "title.german"], row("A1")], "unknown"],
    ["a prototype key as a column", [["code", "title", "__proto__"], row("A1")], "unknown"],
    ["a column twice", [["code", "title", "title.ru"], row("A1")], "repeated"],
    ["no codes", [["title"], ["x"]], "columns-missing"],
  ])("with %s is refused", (_, rows, kind) => {
    const read = table(...rows);
    expect("faults" in read && read.faults.map((fault) => fault.kind)).toContain(kind);
  });
});
