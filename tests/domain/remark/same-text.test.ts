import { expect, test } from "vitest";
import {
  readTextName,
  sameText,
  textName,
  textPreimage,
} from "../../../domain/remark/same-text.ts";

test.each([
  ["composed and not", "Кафе\u0301", "Кафе́"],
  ["capitals", "БОЛЬШЕ ШКОЛ", "больше школ"],
  ["spaces and lines", "  more\t\tschools\n\n", "more schools"],
  ["the end of a sentence", "More schools!!!", "More schools."],
  ["dots alone", " ... ", "..."],
])("the same: %s", (_, a, b) => expect(sameText(a)).toBe(sameText(b)));

test.each([
  ["a sign within", "Don’t, stop", "Don’t stop"],
  ["emoji", "Good 👍", "Good 👎"],
  ["a question", "More schools?", "More schools"],
  ["a mark that nobody sees", "more\u202Eschools", "moreschools"],
  ["letters of another alphabet", "Мore", "More"],
])("not the same: %s", (_, a, b) => expect(sameText(a)).not.toBe(sameText(b)));

test("the same text about something else, or in another consultation, is another", () => {
  const said = { code: "K3", language: "en", text: "More" };
  const all = [
    textPreimage("a", said),
    textPreimage("b", said),
    textPreimage("a", { ...said, code: "K4" }),
    textPreimage("a", { ...said, language: "ru" }),
  ];
  expect(new Set(all).size).toBe(4);
});

const HASH = "ab".repeat(32);

test("a name is read as it was made, for a reason and a suggestion", () => {
  for (const code of ["K3", ""]) {
    const said = { code, language: "kk" };
    expect(readTextName(textName(said, HASH))).toEqual({ ...said, hash: HASH });
  }
});

test.each([
  "",
  "#",
  `K3#kk#${HASH}0`,
  `K3#kk#${HASH.toUpperCase()}`,
  `a#b#kk#${HASH}`,
  `K3##${HASH}`,
])("no name: %j", (name) => expect(readTextName(name)).toBeUndefined());
