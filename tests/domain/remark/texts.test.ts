import { describe, expect, test } from "vitest";
import { cleaned, lengthOf } from "../../../domain/remark/cleaned.ts";
import { languageOf } from "../../../domain/remark/language-of.ts";
import { remarkIdPreimage, PLACES, replaced, remarksIn } from "../../../domain/remark/place.ts";
import { ballotIdPreimage } from "../../../domain/ballot/receipt.ts";

describe("the language of a text", () => {
  const three = ["en", "ru", "kk"];
  test.each([
    ["Courts first.", three, "en"],
    ["Суды прежде всего", three, "ru"],
    ["Ең алдымен сот", three, "kk"],
    ["СОТТАР ТӘУЕЛСІЗ БОЛСЫН", three, "kk"],
    ["12 %, ☺", three, "en"],
    ["12 %", ["kk", "ru"], "kk"],
    ["Суды прежде всего", ["kk", "ru"], "ru"],
    ["Суды прежде всего", ["kk", "en"], "kk"],
    ["Сот жүйесі and courts", three, "kk"],
    ["المحاكم أولًا", ["en", "ar"], "ar"],
    ["Sudlar mustaqil boʻlsin", ["en", "uz"], "uz"],
    ["Courts first.", ["ru", "kk"], "ru"],
    ["裁判所", ["en", "ja"], "ja"],
  ])("%j among %j is %s", (text, languages, language) => {
    expect(languageOf(text, languages)).toBe(language);
  });
});

test("a text is cleaned once and for all", () => {
  for (const text of [
    "e\u0301\u0301\u0301\u0301\u0301\u0301",
    "a\u200B \r\n\r\n\r\n b\u202E",
    "👩‍👩‍👧",
  ]) {
    const once = cleaned(text);
    expect(cleaned(once)).toBe(once);
  }
  // Joined pictures and the letters of languages that join them stay.
  expect(cleaned("👩‍👩‍👧 می‌خواهم")).toBe("👩‍👩‍👧 می‌خواهم");
  expect(lengthOf("🙂a")).toBe(2);
});

describe("places", () => {
  const author = { panel: "public", languages: ["en"], idOf: (place: string) => place } as const;
  const write = (reasons: Record<string, string>, before = replaced(new Map(), NOTHING, author)) =>
    replaced(
      before,
      {
        reasons: Object.fromEntries(
          Object.entries(reasons).map(([code, text]) => [code, { text, publish: false }]),
        ),
      },
      author,
    );
  const NOTHING = { reasons: {} };

  test("make ids that have nothing in common with the ballot's or with each other", () => {
    const made = PLACES.map((place) => remarkIdPreimage("c", "r", place));
    expect(new Set([...made, ballotIdPreimage("c", "r")]).size).toBe(PLACES.length + 1);
  });

  test("keep what stays as it is, and give what comes the first free one", () => {
    const first = write({ K1: "one", K2: "two" });
    const second = write({ K3: "three", K2: "two" }, first);
    expect(second.get("reason-2")).toBe(first.get("reason-2"));
    expect(second.get("reason-1")).toMatchObject({ code: "K3", text: "three" });
    expect(Object.keys(remarksIn(second).reasons).toSorted()).toEqual(["K2", "K3"]);
  });

  test("hold what an expert wrote before as the public's anew", () => {
    const before = write({ K1: "one" });
    const after = replaced(before, remarksIn(before), { ...author, panel: "expert" });
    expect(after.get("reason-1")).toMatchObject({ panel: "expert" });
  });
});
