import { describe, expect, test } from "vitest";
import { keysOf, valueOf } from "../../../../domain/draft/draft.ts";
import { draftOfImported } from "../../../../domain/draft/import/imported.ts";
import { missingTexts, staleTexts } from "../../../../domain/draft/texts.ts";
import { faultsOf, noted, read } from "./sheets.ts";

const HEAD = ["code", "addressee", "title.ru", "title.kk", "statement.ru", "measures.ru"];
const row = (code: string, ...more: string[]) => [
  code,
  "A",
  "Заголовок",
  "Тақырып",
  "Текст",
  ...more,
];

test("a table becomes a draft with its addressees, measures and missing texts", () => {
  const imported = read([HEAD, row("A1", "первая\nвторая|третья"), ["B2", "", "Б", "", "", ""]]);
  expect([imported.faults, imported.notes]).toEqual([[], []]);
  const draft = draftOfImported({ id: "new", title: "Имя", languages: ["ru"] }, imported);
  expect(valueOf(draft, "languages")).toBe("ru kk");
  expect(valueOf(draft, "title.ru")).toBe("Имя");
  expect(valueOf(draft, "recommendations.1.measures.ru")).toBe("первая\nвторая\nтретья");
  const codes = keysOf(draft, "addressees").map((key) => valueOf(draft, `addressees.${key}.code`));
  expect(codes).toEqual(["A", "B"]);
  expect(valueOf(draft, "recommendations.2.addressee")).toBe("B");
  expect(missingTexts(draft)).toContain("recommendations.2.title.kk");
  expect(staleTexts(draft)).toEqual([]);
});

test("text is text, whatever it begins with or looks like", () => {
  const texts = ["<60 % ВВП", "=SUM(A1)", "+10 %", "- раз; - два", "@all", "<script>x</script>"];
  const imported = read([["code", "title"], ...texts.map((one, at) => [`A${at + 1}`, one])]);
  expect(imported.faults).toEqual([]);
  expect(imported.items.map(({ texts }) => texts["title.ru"])).toEqual(texts);
});

test("each fault names its cell and what may stand there instead", () => {
  const imported = read([
    HEAD,
    row("A1"),
    row("А1"),
    ["К 1", "a b", "x", "", "", ""],
    ["", "A", "x", "", "", ""],
    ["A5", "A", "", "", "x", ""],
    ["A6", "A", "т".repeat(121), "", `${"слово ".repeat(140)}.`, "м|".repeat(13)],
  ]);
  expect(faultsOf(imported)).toEqual([
    "A3 code-repeated A2",
    "A4 code K1",
    "A5 code-missing",
    "C6 title-missing",
    `C7 too-long ${"т".repeat(79)}… 121 120`,
    `E7 too-long ${"слово ".repeat(13).trim()}… 841 800`,
    "F7 too-many-measures 13 12",
  ]);
  expect(imported.faults[1]).toMatchObject({ place: { heading: "code" }, found: "К 1" });
});

test("what is altered is said, with its cell", () => {
  const imported = read([
    HEAD,
    ["К1", "A", "Две\nстроки", "", "\u200Fа\u202Eб\u0000", "- раз\n• два"],
  ]);
  expect(imported.faults).toEqual([]);
  expect(imported.items[0]).toMatchObject({
    code: "K1",
    texts: { "title.ru": "Две строки", "statement.ru": "аб", "measures.ru": "раз\nдва" },
  });
  const said = imported.notes.map(({ kind, values }) => [kind, ...values]);
  expect(said).toEqual([
    ["folded", "A2: К1 → K1"],
    ["joined", "C2"],
    ["invisible", "E2"],
    ["marks", "F2"],
  ]);
});

describe("codes and addressees", () => {
  test("are made of what there is, and equal names are one", () => {
    const health = "Ministry of Health";
    const imported = read(
      [
        ["Recommendation", "Addressee"],
        ["Air. Now.", health],
        ["Water", "Parliament"],
        ["Law", health],
      ],
      ["en"],
    );
    expect(imported.items.map(({ code, addressee }) => [code, addressee])).toEqual([
      ["1", "MOH"],
      ["2", "PAR"],
      ["3", "MOH"],
    ]);
    expect(imported.addressees[0]).toEqual({ code: "MOH", names: { en: health } });
    expect(noted(imported, "addressees-made")).toEqual([`${health} – MOH`, "Parliament – PAR"]);
    expect(imported.items[0]!.texts).toEqual({ "title.en": "Air", "statement.en": "Air. Now." });
  });

  test("nobody gets another addressee because a cell is blank", () => {
    const rows = [
      ["code", "addressee", "title"],
      ["A1", "GOV", "x"],
      ["A2", "", "y"],
    ];
    expect(faultsOf(read([...rows, ["B1", "PAR", "z"]]))).toEqual(["B3 addressee-missing GOV"]);
  });
});

describe("rows that are no recommendations", () => {
  const body = [
    ["Report", ""],
    ["Title", "Text"],
    ["Government", ""],
    ["Air", "Clean it."],
    ["", ""],
    ["Parliament", ""],
    ["Law", "Pass it."],
  ];

  test("above the headings are left out; between the others they say to whom, and are said", () => {
    const imported = read(body, ["en"]);
    expect(imported.items.map(({ addressee }) => addressee)).toEqual(["GOV", "PAR"]);
    expect(noted(imported, "rows-above")).toEqual(["1"]);
    expect(noted(imported, "headings-addressees")).toEqual(["3: Government", "6: Parliament"]);
  });

  test("a cell that goes on is one recommendation, with the measures beside it", () => {
    const rows = [
      ["code", "title", "measures"],
      ["1", "Air", "measure"],
      ["1", "Air", "publish"],
      ["2", "Water", "filter"],
    ];
    const imported = read(rows, ["en"], { 3: { down: [0, 1] } });
    expect(imported.items.map(({ texts }) => texts["measures.en"])).toEqual([
      "measure\npublish",
      "filter",
    ]);
    expect(noted(imported, "continued")).toEqual(["3"]);
    expect(faultsOf(read(rows, ["en"]))).toEqual(["A3 code-repeated A2"]);
  });
});

test.each([
  ["no rows", [HEAD], "whole empty"],
  [
    "101 recommendations",
    [HEAD, ...Array.from({ length: 101 }, (_, index) => row(`A${index + 1}`))],
    "whole too-many 101 100",
  ],
  [
    "no title",
    [
      ["code", "statement.ru", "x"],
      ["A1", "", "y"],
    ],
    "B2 title-missing",
  ],
  [
    "21 addressees",
    [
      ["addressee", "title"],
      ...Array.from({ length: 21 }, (_, index) => [`Ministry ${index}`, "x"]),
    ],
    "whole too-many-addressees 21 20",
  ],
])("%s: refused", (_, rows, fault) => {
  expect(faultsOf(read(rows))).toContain(fault);
});
