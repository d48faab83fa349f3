import { expect, test } from "vitest";
import { meantCode } from "../../../domain/consultation/code.ts";

const CODES = ["K1", "K13", "1.1", "1.", "А-3", "ت٢"];

test.each([
  ["K1", "K1"],
  ["k1", "K1"],
  // On a Cyrillic keyboard, capital and small; in full width; with what nobody sees.
  ["К1", "K1"],
  ["к1", "K1"],
  ["Ｋ１", "K1"],
  ["K\u200B1", "K1"],
  [" K 13 ", "K13"],
  ["K13.", "K13"],
  ["1.1", "1.1"],
  ["1.", "1."],
  ["A–3", "А-3"],
  ["a-3", "А-3"],
  ["ت٢", "ت٢"],
  ["ت2", "ت٢"],
])("%s is meant as %s", (typed, code) => {
  expect(meantCode(CODES, typed)).toBe(code);
});

test.each(["", "K", "K2", "K11", "1", "constructor", "__proto__", `K1${"\u200B".repeat(99)}`])(
  "“%s” is none",
  (typed) => {
    expect(meantCode(CODES, typed)).toBe(undefined);
  },
);
