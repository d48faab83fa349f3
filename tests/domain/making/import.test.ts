import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { definitionOf } from "../../../domain/making/definition-of.ts";
import { keysOf, valueOf } from "../../../domain/making/draft.ts";
import { TEMPLATE_COLUMNS } from "../../../domain/making/import/columns.ts";
import { importJson } from "../../../domain/making/import/json.ts";
import { importPasted } from "../../../domain/making/import/pasted.ts";
import { delimiterOf, importTable } from "../../../domain/making/import/table.ts";
import { missingTexts, staleTexts } from "../../../domain/making/texts.ts";
import { definitionFile, shippedFile } from "../definition.ts";

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
      ["A0", "a", "", "", "+1", "@x", "more"],
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
      { place: { row: 5, column: "code" }, kind: "not-allowed" },
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
    ["an unknown language", [["code", "title.de"], row("A1")], "unknown"],
    ["a prototype key as a column", [["code", "title", "__proto__"], row("A1")], "unknown"],
    ["a column twice", [["code", "title", "title.ru"], row("A1")], "repeated"],
    ["no codes", [["title"], ["x"]], "columns-missing"],
  ])("with %s is refused", (_, rows, kind) => {
    const read = table(...rows);
    expect("faults" in read && read.faults.map((fault) => fault.kind)).toContain(kind);
  });
});

describe("a pasted text", () => {
  const titles = (text: string) => {
    const read = importPasted(NEW, text);
    if ("faults" in read) return read.faults;
    return keysOf(read.draft, "recommendations").map((key) => [
      valueOf(read.draft, `recommendations.${key}.title.ru`),
      valueOf(read.draft, `recommendations.${key}.statement.ru`),
    ]);
  };

  test("with numbers is split at them; what stands before is left out", () => {
    expect(titles("Введение.\n\n1. Первая. Подробно\nи далее.\n\n2) Вторая!\n(3) Третья")).toEqual([
      ["Первая", "Подробно и далее."],
      ["Вторая!", "Вторая!"],
      ["Третья", "Третья"],
    ]);
  });

  test("with bullets, and in paragraphs", () => {
    expect(titles("• Одна. Два.\n• Три. Четыре.")).toEqual([
      ["Одна", "Два."],
      ["Три", "Четыре."],
    ]);
    expect(titles("Одна. Два.\nТри.\n\n\nЧетыре. Пять.")).toEqual([
      ["Одна", "Два. Три."],
      ["Четыре", "Пять."],
    ]);
  });

  test("a long first sentence is cut at a word, and nothing is lost", () => {
    const long = `${"слово ".repeat(40)}конец.`;
    const [[title = "", statement = ""] = []] = titles(long) as string[][];
    expect([title.length <= 120, title.endsWith("…"), statement]).toEqual([true, true, long]);
  });

  test("is refused with the line of every fault", () => {
    expect(titles(`1. <b>\n2. ok\n3. a\u202Eb\n4. ${"д".repeat(900)}`)).toEqual([
      { place: { row: 1, column: undefined }, kind: "markup" },
      { place: { row: 1, column: undefined }, kind: "markup" },
      { place: { row: 3, column: undefined }, kind: "control" },
      { place: { row: 3, column: undefined }, kind: "control" },
      { place: { row: 4, column: undefined }, kind: "too-long" },
    ]);
    expect(titles(" \n\n")).toEqual([{ place: { whole: true }, kind: "empty" }]);
  });
});

describe("whatever is imported, it never throws and is never half", () => {
  const wild = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("", "A1", "B2", "<b>", "=1+1", "текст", "a|b", "__proto__", "\u202E", "\uD800"),
  );
  const isWhole = (read: object, count?: number) => {
    expect(Object.keys(read)).toHaveLength(1);
    if ("faults" in read) expect(read.faults).not.toEqual([]);
    else if (count !== undefined) {
      const { draft } = read as { draft: Parameters<typeof keysOf>[0] };
      expect(keysOf(draft, "recommendations")).toHaveLength(count);
    }
  };

  test("tables", () => {
    const head = fc.oneof(
      fc.constant(TEMPLATE_COLUMNS),
      fc.array(fc.oneof(fc.constantFrom(...TEMPLATE_COLUMNS), wild), { maxLength: 8 }),
    );
    fc.assert(
      fc.property(
        head,
        fc.array(fc.array(wild, { maxLength: 12 }), { maxLength: 6 }),
        (first, rest) =>
          isWhole(
            table(first, ...rest),
            rest.filter((cells) => cells.some((c) => c.trim())).length,
          ),
      ),
      { numRuns: 1_000 },
    );
  });

  test("JSON, of our shape and of any", () => {
    fc.assert(fc.property(fc.oneof(fc.json(), wild), (text) => isWhole(importJson(text))));
    const places = Object.keys(draftPlaces());
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.jsonValue(), (place, value) => {
        const file = definitionFile() as unknown as Record<string, unknown>;
        put(file, place.split("/").slice(1), value);
        isWhole(importJson(JSON.stringify(file)));
      }),
      { numRuns: 500 },
    );
  });

  test("texts", () => {
    const line = fc.tuple(fc.constantFrom("", "1. ", "- ", "• "), wild).map((one) => one.join(""));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) =>
        isWhole(importPasted(NEW, lines.join("\n"))),
      ),
      { numRuns: 1_000 },
    );
  });
});

/** Every place of a definition, as a JSON pointer. */
function draftPlaces(value: unknown = definitionFile(), at = ""): Record<string, true> {
  if (typeof value !== "object" || value === null) return { [at]: true };
  return Object.assign(
    at === "" ? {} : { [at]: true },
    ...Object.entries(value).map(([key, inner]) => draftPlaces(inner, `${at}/${key}`)),
  ) as Record<string, true>;
}

function put(holder: Record<string, unknown>, keys: string[], value: unknown): void {
  const last = keys.pop()!;
  const inner = keys.reduce((one, key) => one[key] as Record<string, unknown>, holder);
  inner[last] = value;
}
