import { describe, expect, test } from "vitest";
import { checkLanguage, isRight } from "../../scripts/languages/check.ts";
import { type Files, readLanguages } from "../../scripts/languages/read.ts";
import { CATALOGUES } from "../../web/language/catalogue.ts";

/* What `npm run languages` says: of the real data, and of data in which something is wrong. */

const REAL = readLanguages(new URL("../../web/language/", import.meta.url).pathname);

test.each([...REAL.keys()])(
  "the texts in %s fit, and are all there where they say so",
  (language) => {
    const { texts, missing, misfits, ...report } = checkLanguage(REAL, language);
    expect(texts).toBeGreaterThan(1_000);
    expect(misfits).toEqual([]);
    if (report.isComplete) expect(missing).toEqual([]);
  },
);

test("English, Russian and Kazakh are complete", () => {
  const complete = Object.values(CATALOGUES).filter(({ meta }) => meta.state === "complete");
  expect(complete.map(({ language }) => language).toSorted()).toEqual(["en", "kk", "ru"]);
  expect(complete.map(({ done }) => done)).toEqual([1, 1, 1]);
});

/** A language with one file of texts, and the source with the same file. */
function planted(language: string, own: Files["x"], source: Files["x"]) {
  const meta = (one: string) => REAL.get(one)?.["meta"] ?? META;
  const languages = new Map([
    ["en", { meta: meta("en"), planted: source }],
    [language, { meta: meta(language), planted: own }],
  ]);
  return checkLanguage(languages, language);
}

const META = { name: "Planted", direction: "ltr", state: "working" };

describe("what is wrong is found, with its place", () => {
  test.each<[string, string, Files["x"], Files["x"], string | undefined]>([
    ["uz", "a text of no source", { a: "Salom", b: "Salom" }, { a: "Hello" }, "planted.b"],
    ["ru", "a place that is not filled in", { a: "Привет" }, { a: "Hello {name}" }, "planted.a"],
    ["ru", "a place of no source", { a: "Привет {nane}" }, { a: "Hello" }, "planted.a"],
    [
      "ru",
      "a form that is missing",
      { a_one: "{count} раз", a_few: "{count} раза", a_other: "{count} раза" },
      { a_one: "{count} time", a_other: "{count} times" },
      "planted.a",
    ],
    [
      "uz",
      "a form too many",
      { a_one: "{count} marta", a_few: "{count} marta", a_other: "{count} marta" },
      { a_one: "{count} time", a_other: "{count} times" },
      "planted.a",
    ],
    [
      "ru",
      "a number left out where a form is of several",
      { a_one: "один раз", a_few: "{count} раза", a_many: "{count} раз", a_other: "{count} раза" },
      { a_one: "once", a_other: "{count} times" },
      "planted.a",
    ],
    [
      "uz",
      "a number left out where a form is of one: right",
      { a_one: "bir marta", a_other: "{count} marta" },
      { a_one: "once", a_other: "{count} times" },
      undefined,
    ],
    ["uz", "a list of another length", { a: ["bir"] }, { a: ["one", "two"] }, "planted.a"],
    [
      "uz",
      "a text instead of forms",
      { a: "marta" },
      { a_one: "time", a_other: "times" },
      "planted.a",
    ],
    ["ru", "a Latin letter in a Cyrillic word", { a: "Cлово" }, { a: "Word" }, "planted.a"],
    [
      "ru",
      "a Latin letter as a Cyrillic word",
      { a: "слово o слове" },
      { a: "a word on a word" },
      "planted.a",
    ],
    ["uz", "a Cyrillic letter in a Latin word", { a: "Sаlom" }, { a: "Hello" }, "planted.a"],
    ["uz", "a plain apostrophe for oʻ", { a: "o'zbek" }, { a: "Uzbek" }, "planted.a"],
    ["uz", "a quotation mark for the tutuq", { a: "ma’no" }, { a: "sense" }, "planted.a"],
    ["uz", "the right letters", { a: "oʻzbek, maʼno" }, { a: "Uzbek, sense" }, undefined],
    [
      "kk",
      "a long text without Kazakh letters",
      { a: "слово ".repeat(20) + "слово" },
      { a: "word ".repeat(24) + "word" },
      "planted.a",
    ],
    ["uz", "an empty text", { a: " " }, { a: "Hello" }, "planted.a"],
    ["uz", "a character that nobody sees", { a: "Sa\u200Elom" }, { a: "Hello" }, "planted.a"],
    [
      "uz",
      "a label that is far too long",
      { a: "Salom ".repeat(9) + "!" },
      { a: "Hello" },
      "planted.a",
    ],
    [
      "uz",
      "a word that no narrow screen holds",
      { a: "x".repeat(29) },
      { a: "h".repeat(29) },
      "planted.a",
    ],
  ])("%s: %s", (language, _, own, source, place) => {
    const report = planted(language, own, source);
    expect([...new Set(report.misfits.map((one) => one.place))]).toEqual(
      place === undefined ? [] : [place],
    );
    expect(isRight(report)).toBe(place === undefined);
  });

  test("a text that is missing: wrong only where the language says it is complete", () => {
    const [working, complete] = [planted("uz", {}, { a: "Hi" }), planted("kk", {}, { a: "Hi" })];
    expect([working.missing, complete.missing]).toEqual([["planted.a"], ["planted.a"]]);
    expect([isRight(working), isRight(complete)]).toEqual([true, false]);
  });

  test("a folder that is named by no language, and a direction that is not the language's", () => {
    expect(planted("klingon-script", {}, {}).misfits).toHaveLength(1);
    expect(planted("he", {}, {}).misfits.map(({ place }) => place)).toEqual(["meta"]);
    expect(planted("pt-BR", {}, {}).misfits).toEqual([]);
  });
});
