import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  cleanText,
  codePoints,
  readTranslationReport,
  REPORT_LENGTH,
  reportPlaces,
} from "../../domain/translation-report.ts";
import { KAZAKHSTAN } from "../support/world.ts";

const read = (more: Record<string, unknown>) =>
  readTranslationReport(KAZAKHSTAN, { language: "kk", place: "K3", text: "Қате сөз", ...more });
const refused = (pointer: string, fault: string) => ({ faults: [{ pointer, fault }] });

describe("a report of a bad translation", () => {
  test("is about the page, the summary, a recommendation or a question of the consultation", () => {
    const places = reportPlaces(KAZAKHSTAN);
    const { recommendations, about } = KAZAKHSTAN;
    expect(places).toHaveLength(2 + recommendations.length + about.length);
    expect(places).toEqual(
      expect.arrayContaining(["page", "summary", "W1", "K14", "about.region"]),
    );
    for (const place of places) expect(read({ place })).toMatchObject({ report: { place } });
  });

  test.each([
    ["place", "", "not-allowed"],
    ["place", "Z9", "not-allowed"],
    ["place", "about.nothing", "not-allowed"],
    ["place", "__proto__", "not-allowed"],
    ["place", undefined, "missing"],
    ["text", "", "out-of-range"],
    ["text", "ab", "out-of-range"],
    ["text", " \n\t a \u0000\u202E b".slice(0, 6), "out-of-range"],
    ["text", "a".repeat(REPORT_LENGTH.most + 1), "out-of-range"],
    ["text", 5, "wrong-type"],
    ["text", undefined, "missing"],
    ["language", "de", "not-allowed"],
  ])("names a wrong %s: %j", (field, value, fault) => {
    expect(read({ [field]: value })).toEqual(refused(`/${field}`, fault));
  });

  test("has no other fields", () => {
    expect(read({ receipt: "7K2M" })).toEqual(refused("/receipt", "unknown"));
  });

  test("is measured in code points after cleaning, and has at most 4,000 bytes", () => {
    const longest = "😀".repeat(REPORT_LENGTH.most);
    const kept = read({ text: ` ${longest}\u0000 ` });
    expect(kept).toMatchObject({ report: { text: longest } });
    expect(new TextEncoder().encode(longest)).toHaveLength(4_000);
    expect(read({ text: `${longest}😀` })).toEqual(refused("/text", "out-of-range"));
    expect(read({ text: "😀😀" })).toEqual(refused("/text", "out-of-range"));
    expect(read({ text: "😀😀😀" })).toHaveProperty("report");
  });
});

describe("a text as it is kept", () => {
  test.each([
    ["markup stays text", "<b>K3</b> & <script>", "<b>K3</b> & <script>"],
    ["NUL, bell, delete and C1 are dropped", "a\u0000b\u0007c\u007Fd\u0085e", "abcde"],
    ["every bidirectional character is dropped", "a\u202Eb\u2066c\u2069d\u200Fe\u061Cf", "abcdef"],
    ["lines stay, in one way of ending", "a\r\nb\rc\nd", "a\nb\nc\nd"],
    ["a tab is a space, so that words stay apart", "a\tb", "a b"],
    ["it is trimmed", "\n \u0000 a \n", "a"],
    ["it is in NFC", "и\u0306", "й"],
    ["also when a dropped character stood between", "и\u0000\u0306", "й"],
    ["joined emoji stay joined", "👩\u200D🔬", "👩\u200D🔬"],
    ["half a character becomes the sign for that", "a\uD83D", "a\uFFFD"],
  ])("%s", (_, given, kept) => {
    expect(cleanText(given)).toBe(kept);
  });

  test("does not change when cleaned again, and holds nothing unwanted", () => {
    const hostile = fc.string({
      unit: fc.constantFrom(..."\u0000\r\n\t \u202E\u0306иa😀<&\uD83D"),
    });
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: "binary" })), (text) => {
        const once = cleanText(text);
        expect(cleanText(once)).toBe(once);
        expect(once).not.toMatch(/[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069]/u);
        expect(codePoints(once)).toBe([...once].length);
      }),
    );
  });
});
