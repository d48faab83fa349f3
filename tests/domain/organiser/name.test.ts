import { expect, test } from "vitest";
import { NAME_LENGTH, readName } from "../../../domain/organiser/name.ts";

test.each([
  ["  Айгүл ", "Айгүл"],
  ["О’Коннор", "О’Коннор"],
  ["x".repeat(NAME_LENGTH), "x".repeat(NAME_LENGTH)],
])("%j is the name %j", (typed, name) => {
  expect(readName(typed)).toBe(name);
});

test.each([
  [""],
  ["   "],
  ["<b>"],
  ["a\u202Eb"],
  ["a\nb"],
  ["x".repeat(NAME_LENGTH + 1)],
  [undefined],
  [7],
])("%j is none", (typed) => {
  expect(readName(typed)).toBeUndefined();
});

// The log would say of what a person did that it was done by the machine.
test.each([["Kenes"], [" KENES "], ["kenes"]])("%j is taken by what is done by itself", (typed) => {
  expect(readName(typed)).toBeUndefined();
});
