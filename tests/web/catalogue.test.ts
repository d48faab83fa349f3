import { expect, test } from "vitest";
import { CATALOGUES, LANGUAGES } from "../support/languages.ts";

/** Every text of a catalogue with where it stands. */
const textsIn = (value: unknown, place: string): [string, string][] =>
  typeof value === "string"
    ? [[place, value]]
    : Object.entries(value ?? {}).flatMap(([name, inner]) => textsIn(inner, `${place}.${name}`));

// That there is a text in every language is the compiler's to say; that it says something is not.
test.each(LANGUAGES)("no text in %s is empty", (language) => {
  const texts = textsIn(CATALOGUES[language], language);
  expect(texts.length).toBeGreaterThan(1_000);
  expect(texts.filter(([, text]) => text.trim() === "")).toEqual([]);
});
