import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isCode } from "../../../domain/consultation/code.ts";
import { longColumns, wideColumns } from "../../../domain/export/columns.ts";
import { cleanName, LONGEST_NAME } from "../../../domain/export/variable-names.ts";
import { KAZAKHSTAN } from "../../support/world.ts";

/** What a name has to be in all of them, written out here once more. */
const NAME = /^[A-Za-z](?:[A-Za-z0-9_]*[A-Za-z0-9])?$/;
const WORDS = [
  "if",
  "in",
  "TRUE",
  "Inf",
  "by",
  "To",
  "WITH",
  "int",
  "long",
  "str12",
  "None",
  "class",
  "for",
];

const asked = (codes: readonly string[], questions: readonly string[] = []) => ({
  languages: ["en"],
  recommendations: codes.map((code) => ({ ...KAZAKHSTAN.recommendations[0]!, code })),
  about: questions.map((code) => ({ ...KAZAKHSTAN.about[0]!, code })),
});
const names = (codes: readonly string[], questions?: readonly string[]) =>
  wideColumns(asked(codes, questions)).map(({ name }) => name);

describe("names of columns", () => {
  test("stay as the code is wherever they can, and say by number where they cannot", () => {
    expect(["K14", "R01", "a_1"].map(cleanName)).toEqual(["K14", "R01", "a_1"]);
    expect(["1.1", "A-3", "if", "Ж2"].map(cleanName)).toEqual(["r_1_1", "A_3", "r_if", "r_4"]);
  });

  test("that become the same when they are cleaned are told apart, in the same way each time", () => {
    expect(names(["A-3", "A.3", "a_3"]).slice(3, 6)).toEqual(["A_3", "A_3_2", "a_3_3"]);
    expect(names(["export_id", "first_K1", "K1"])).toEqual([
      "export_id",
      "panel",
      "language",
      "export_id_2",
      "first_K1",
      "K1",
      "first_export_id_2",
      "first_first_K1",
      "first_K1_2",
      "wording",
    ]);
  });

  test("are taken by R, Python, SPSS and Stata, whatever the codes; no two differ by capitals alone", () => {
    const letters = fc.constantFrom(..."aAzZ09._-ЖқüÅ中".split(""));
    const code = fc.oneof(
      fc.constantFrom(...WORDS),
      fc
        .array(letters, { minLength: 1, maxLength: 12 })
        .map((all) => all.join("").normalize("NFC")),
    );
    const slug = fc.stringMatching(/^[a-z0-9]{1,20}(-[a-z0-9]{1,19})?$/);
    fc.assert(
      fc.property(
        fc.uniqueArray(code.filter(isCode), { minLength: 1, maxLength: 30 }),
        fc.uniqueArray(slug, { maxLength: 6 }),
        (codes, questions) => {
          for (const columns of [
            wideColumns(asked(codes, questions)),
            longColumns(asked(codes, questions)),
          ]) {
            const given = columns.map(({ name }) => name);
            for (const name of given) {
              expect(name).toMatch(NAME);
              expect(name.length).toBeLessThanOrEqual(LONGEST_NAME);
              expect(WORDS.map((word) => word.toLowerCase())).not.toContain(name.toLowerCase());
            }
            expect(new Set(given.map((name) => name.toLowerCase())).size).toBe(given.length);
          }
        },
      ),
    );
  });
});
