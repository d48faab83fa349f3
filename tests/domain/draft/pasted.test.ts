import { describe, expect, test } from "vitest";
import { keysOf, valueOf } from "../../../domain/draft/draft.ts";
import { importPasted } from "../../../domain/draft/import/pasted.ts";

const NEW = { id: "new-2027", original: "ru" as const };

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
