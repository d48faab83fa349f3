import { describe, expect, test } from "vitest";
import { latinCode } from "../../domain/consultation/code.ts";
import { readConsultation } from "../../domain/consultation/read-definition.ts";
import { inLatin, skeleton } from "../../domain/look-alikes.ts";
import { definitionFile } from "./consultation/definition.ts";

describe("letters that look alike", () => {
  test.each([
    ["К1", "K1", "a Cyrillic К"],
    ["ＡＢ－１", "AB-1", "full width"],
    ["Ω3", "Ω3", "a Greek letter that looks like none"],
    ["٣.٢", "3.2", "Arabic digits"],
    ["۱۲", "12", "Persian digits"],
    ["९", "9", "a Devanagari digit"],
  ])("%s is %s: %s", (typed, latin) => {
    expect(inLatin(typed)).toBe(latin);
  });

  test("make a code Latin only where all of it looks like that", () => {
    expect(latinCode("КАС-1")).toBe("KAC-1");
    expect(latinCode("квмнт1")).toBe("kbmht1");
    expect(latinCode("БК-1")).toBe("БК-1");
  });

  test.each([
    ["a dot at the end", "К1.", "K1"],
    ["dots", "1.1…", "1.1"],
    ["an en dash", "К–1", "K-1"],
    ["full width", "Ｋ－１．", "K-1"],
    ["a soft hyphen, and what has no width", "К\u00AD1\u200B2", "K12"],
    ["letters that are Cyrillic only", "БК–1.", "БК-1"],
  ])("and a code are told from %s", (_, typed, code) => {
    expect(latinCode(typed)).toBe(code);
  });

  test("are one for those who compare what they see, whatever the case", () => {
    expect(skeleton("к1")).toBe(skeleton("K1"));
    expect(skeleton("R01")).not.toBe(skeleton("R1"));
  });
});

test.each([
  ["W1", "w1"],
  ["W2", "Ｗ２"],
  ["K1", "К1"],
])("a consultation has no code %s beside %s", (_, like) => {
  const file = definitionFile();
  file.recommendations.at(-1)!.code = like;
  expect(readConsultation(file)).toEqual({
    faults: [{ pointer: "/recommendations/17/code", fault: "repeated" }],
  });
});
