/** Files and texts that failed once, in comparable systems or here: what becomes of each is fixed. */
import { describe, expect, test } from "vitest";
import { caseFile, importedOf, linesOf, sent } from "./reading.ts";
import { valueOf } from "../../../../domain/draft/draft.ts";

const THREE = [
  "A1 A title.ru=Открыть бюджет района statement.ru=Публиковать бюджет каждый квартал.",
  "A2 A title.ru=Чистый воздух statement.ru=Измерять воздух в каждой школе.",
  "B1 B title.ru=Прямые выборы statement.ru=Выбирать акимов районов прямым голосованием.",
];
const but = (index: number, line: string) => THREE.toSpliced(index, 1, line);

describe("a table", () => {
  test.each<[string, string[], [string, ...string[]][]]>([
    ["03-semicolon-cp1251.csv", THREE, [["encoding", "windows-1251"]]],
    ["05-trailing-blank-columns.csv", THREE, []],
    ["07-sep-line.csv", THREE, []],
    [
      "08-line-break-in-cell.csv",
      but(0, `${THREE[0]!} И объяснять его на собраниях.`),
      [["joined", "D2"]],
    ],
    ["09-cyrillic-code.csv", but(0, THREE[0]!.replace("A1", "K1")), [["folded", "A2: К1 → K1"]]],
    [
      "10-angle-bracket.csv",
      but(0, "A1 A title.ru=Открыть бюджет района statement.ru=Снизить долг до <60% ВВП."),
      [],
    ],
    [
      "11-plus-dash-start.csv",
      [
        "A1 A title.ru=+10 % к пенсиям statement.ru=Публиковать бюджет каждый квартал.",
        "A2 A title.ru=Чистый воздух statement.ru=- измерять воздух в школах; - публиковать данные",
        THREE[2]!,
      ],
      [],
    ],
    [
      "31-merged-addressee.xlsx",
      [
        "A1 GOV title.ru=Открыть бюджет statement.ru=Публиковать бюджет.",
        "A2 GOV title.ru=Чистый воздух statement.ru=Измерять воздух.",
        "B1 PAR title.ru=Прямые выборы statement.ru=Выбирать прямо.",
      ],
      [["merged", "B2:B3"]],
    ],
    ["34-coloured-header-beyond.xlsx", THREE, []],
    [
      "37-date-and-percent-cells.xlsx",
      [
        "A1 A title.ru=01.05.2027 statement.ru=Сделать к этой дате.",
        "A2 A title.ru=Пенсии statement.ru=15%",
        "B1 B title.ru=Закон statement.ru=15%",
      ],
      [["shown", "C2: 01.05.2027", "D4: 15%"]],
    ],
    ["44-blank-first-column.xlsx", THREE, []],
    ["50-libreoffice.xlsx", THREE, []],
    [
      "55-libreoffice-alt-enter.xlsx",
      but(0, "A1 A title.ru=Открыть бюджет района statement.ru=Публиковать каждый квартал."),
      [["joined", "D2"]],
    ],
  ])("%s is taken, and what was altered is said", async (name, lines, notes) => {
    const read = importedOf(sent(await caseFile(`imports/${name}`)));
    expect(read.faults).toEqual([]);
    expect(linesOf(read)).toEqual(lines);
    expect(read.notes.map(({ kind, values }) => [kind, ...values])).toEqual(notes);
    // What was altered is shown before anything is made of it.
    expect(read.isReady).toBe(notes.length === 0);
  });

  test("codes are told however they were typed, and so is what was altered", () => {
    const typed = ["К1", "Ｋ２", "К\u00AD3", "К4.", "К–5", "\u200BK6", "к7…"];
    const table = ["code,addressee,title.ru,statement.ru"];
    for (const code of typed) table.push(`${code},A,Чистый воздух,Измерять.`);
    const read = importedOf(sent(table.join("\n")));
    expect(read.faults).toEqual([]);
    expect(read.items.map(({ code }) => code)).toEqual(["K1", "K2", "K3", "K4", "K-5", "K6", "k7"]);
    expect(read.notes.find(({ kind }) => kind === "folded")?.values).toHaveLength(6);
  });

  test("14-blank-lines-then-fault.csv names the cell as the sheet does, and a code", async () => {
    const read = importedOf(sent(await caseFile("imports/14-blank-lines-then-fault.csv")));
    const place = { cell: "A6", heading: "code" };
    expect(read.faults).toEqual([{ place, kind: "code", found: "bad code", instead: "badcode" }]);
    expect(read.isReady).toBe(false);
  });

  test("60-hundred-and-twenty.csv is refused at once, with the limit of every consultation", async () => {
    const faults = [{ place: { whole: true }, kind: "too-many", count: 120, most: 100 }];
    expect(sent(await caseFile("imports/60-hundred-and-twenty.csv"))).toEqual({ faults });
  });
});

describe("a pasted text", () => {
  test.each([
    [
      "paste-1-abbrev-ru.txt",
      [
        ["Создать в г. Алматы общественный совет по воздуху", "."],
        ["Отменить ст. 174 Уголовного кодекса", ". Она мешает говорить."],
        ["Передать школы им. Абая районам, т.е. акиматам", ". До 2027 г. включительно."],
      ].map(
        ([title = "", rest = ""], index) =>
          `${index + 1} A title.ru=${title} statement.ru=${title}${rest}`,
      ),
    ],
    [
      "paste-2-word-bullets.txt",
      [
        "1 A title.ru=Открыть бюджет района statement.ru=Открыть бюджет района.",
        "2 A title.ru=Измерять воздух statement.ru=Измерять воздух.",
      ],
    ],
    [
      "paste-4-multilevel.txt",
      [
        "1 A title.ru=Бюджет statement.ru=Бюджет measures.ru=Открыть бюджет района.\nПубликовать его.",
        "2 A title.ru=Воздух statement.ru=Воздух measures.ru=Измерять воздух.",
      ],
    ],
    [
      "paste-5-sub-bullets.txt",
      [
        "1 A title.ru=Открыть бюджет района statement.ru=Открыть бюджет района. measures.ru=на сайте\nв газете",
        "2 A title.ru=Измерять воздух statement.ru=Измерять воздух.",
      ],
    ],
  ])("%s is divided, and shown before anything is made", async (name, lines) => {
    const text = (await caseFile(`pasted/${name}`)).toString();
    const read = importedOf(sent("", { way: "paste", text }));
    expect([read.faults, linesOf(read), read.isReady]).toEqual([[], lines, false]);
    const wanted = importedOf(sent("", { way: "paste", text, do: "make" }));
    expect(wanted.isReady).toBe(true);
  });
});

test("json-with-dates.json keeps the moment at which it closes", async () => {
  const read = sent(await caseFile("definitions/json-with-dates.json"));
  if (!("draft" in read)) throw new Error(JSON.stringify(read));
  expect(valueOf(read.draft, "closesAt")).toBe("2027-03-01T18:59:00Z");
});
