import { expect, test } from "vitest";
import { catalogueFor, CATALOGUES } from "../../web/language/catalogue.ts";
import { isolated } from "../../web/language/isolated.ts";

/** Every text of a catalogue. */
const textsIn = (value: unknown): string[] =>
  typeof value === "string" ? [value] : Object.values(value ?? {}).flatMap(textsIn);

test("values keep their order in texts written from right to left, and formulas with them", () => {
  expect(isolated({ a: ["من {low} إلى {high}"], b: "n ≈ {n}", c: "افتح: {address}" })).toEqual({
    a: ["من \u2068{low}\u2069 إلى \u2068{high}\u2069"],
    b: "\u2068n ≈ {n}\u2069",
    c: "افتح: {address}",
  });
});

test("a reader of another language carries none of the marks", () => {
  for (const { language, direction } of Object.values(CATALOGUES)) {
    const marked = textsIn(catalogueFor(language)).filter((text) => /[\u2066-\u2069]/.test(text));
    expect(marked.length > 100).toBe(direction === "rtl");
    expect(marked.length === 0).toBe(direction === "ltr");
  }
});
