import { describe, expect, test } from "vitest";
import { importPasted } from "../../../domain/draft/import/pasted.ts";
import { titleOf } from "../../../domain/draft/import/sentence.ts";
import { faultsOf, noted } from "./import/sheets.ts";

const divided = (text: string) =>
  importPasted("ru", text).items.map(({ code, texts }) => [
    code,
    texts["title.ru"],
    texts["statement.ru"],
    ...(texts["measures.ru"]?.split("\n") ?? []),
  ]);

describe("a pasted text", () => {
  test("with numbers is divided at them; what stands before is left out and said", () => {
    const text = "Введение.\n\n1. Первая. Подробно\nи далее.\n\n2) Вторая!\n(3) Третья";
    expect(divided(text)).toEqual([
      ["1", "Первая", "Первая. Подробно и далее."],
      ["2", "Вторая!", "Вторая!"],
      ["3", "Третья", "Третья"],
    ]);
    expect(noted(importPasted("ru", text), "intro-out")).toEqual(["Введение."]);
  });

  test.each([
    [
      "bullets",
      "• Одна. Два.\n• Три.",
      [
        ["1", "Одна", "Одна. Два."],
        ["2", "Три", "Три."],
      ],
    ],
    [
      "paragraphs",
      "Одна.\nДва.\n\n\nТри.",
      [
        ["1", "Одна", "Одна. Два."],
        ["2", "Три", "Три."],
      ],
    ],
    [
      "Word's dots",
      "·\u00A0      Одна\n·       Два",
      [
        ["1", "Одна", "Одна"],
        ["2", "Два", "Два"],
      ],
    ],
    [
      "Word's rings and squares below its dots",
      "·\tОдна\no\tраз\n\uF0A7 два\n·\tДва",
      [
        ["1", "Одна", "Одна", "раз", "два"],
        ["2", "Два", "Два"],
      ],
    ],
    [
      "levels of numbers",
      "1. Одна\n1.1. раз\n1.2 два\n2. Два\n2.1. три",
      [
        ["1", "Одна", "Одна", "раз", "два"],
        ["2", "Два", "Два", "три"],
      ],
    ],
    [
      "numbers without a point above them",
      "1 Одна\n1.1 раз\n2 Два\n2.1 два",
      [
        ["1", "Одна", "Одна", "раз"],
        ["2", "Два", "Два", "два"],
      ],
    ],
    [
      "letters",
      "1. Одна\nа) раз\nb) два\n2. Два",
      [
        ["1", "Одна", "Одна", "раз", "два"],
        ["2", "Два", "Два"],
      ],
    ],
    [
      "numbers that begin again below bullets",
      "• Одна\n1. раз\n2. два\n• Два\n1. три",
      [
        ["1", "Одна", "Одна", "раз", "два"],
        ["2", "Два", "Два", "три"],
      ],
    ],
    [
      "bullets that are set in",
      "- Одна\n   - раз\n- Два",
      [
        ["1", "Одна", "Одна", "раз"],
        ["2", "Два", "Два"],
      ],
    ],
  ])("with %s", (_, text, items) => {
    expect(divided(text)).toEqual(items);
  });

  test.each([
    ["Goal 2: Air", "Goal 2: Air"],
    ["Раздел III. Воздух", "Раздел III. Воздух"],
    ["2-бөлім", "2-бөлім"],
    ["Ziel 2", "Ziel 2"],
    ["\nВоздух и вода\n", "Воздух и вода"],
  ])("keeps the heading %j out of what stands above it", (heading, said) => {
    const text = `1. Первая.\n${heading}\n2. Вторая.`;
    expect(divided(text).map(([, title]) => title)).toEqual(["Первая", "Вторая"]);
    expect(noted(importPasted("ru", text), "headings-out")).toEqual([said]);
  });

  test("a long first sentence is cut at a word in the title, and nowhere else", () => {
    const long = `${"слово ".repeat(40)}конец.`;
    const [[, title = "", statement = ""] = []] = divided(long);
    expect([title.length <= 120, title.endsWith("слово…"), statement]).toEqual([true, true, long]);
  });

  test("is refused with the line of every fault, and the true limit", () => {
    const text = `1. ok\n2. a\u202Eb <60 %\n3. ${"д".repeat(900)}`;
    expect(faultsOf(importPasted("ru", text))).toEqual([
      `line 3 too-long ${"д".repeat(79)}… 900 800`,
    ]);
    expect(noted(importPasted("ru", text), "invisible")).toEqual(["2"]);
    expect(faultsOf(importPasted("ru", " \n\n"))).toEqual(["whole empty"]);
    const many = Array.from({ length: 120 }, (_, index) => `- ${index}`).join("\n");
    expect(faultsOf(importPasted("ru", many))).toEqual(["whole too-many 120 100"]);
  });
});

test.each([
  ["Создать в г. Алматы совет. Он нужен.", "Создать в г. Алматы совет"],
  ["Отменить ст. 174 УК. Она мешает.", "Отменить ст. 174 УК"],
  ["Школы им. Абая, т.е. районам. Да.", "Школы им. Абая, т.е. районам"],
  ["Вода и т. д. Воздух. Да.", "Вода и т. д. Воздух"],
  ["До 2027 г.", "До 2027 г."],
  ["Ask Dr. A. B. Smith, e.g. Now. Yes.", "Ask Dr. A. B. Smith, e.g. Now"],
  ["By 2030 (see fig. 3). More.", "By 2030 (see fig. 3)"],
  ["Luft z.B. Messen. Ja.", "Luft z.B. Messen"],
  ["Ab dem 1. Mai messen. Ja.", "Ab dem 1. Mai messen"],
  ["Test school number 1. Publish it.", "Test school number 1"],
  ["清洁空气。现在。", "清洁空气。"],
  ["هواء نظيف؟ نعم.", "هواء نظيف؟"],
  ["Raise it to 1.5 %! Now.", "Raise it to 1.5 %!"],
])("the title of %j is %j", (text, title) => {
  expect(titleOf(text)).toBe(title);
});
