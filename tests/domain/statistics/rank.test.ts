import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ranks } from "../../../domain/statistics/rank.ts";

describe("ranks", () => {
  test.each([
    ["of nothing are nothing", [], []],
    ["go from the highest score down", [3.1, 4.2, 1], [2, 1, 3]],
    ["are shared by equal scores, and the next rank is left out", [4, 5, 4, 3], [2, 1, 2, 4]],
    ["are all 1 when all scores are equal", [2, 2, 2], [1, 1, 1]],
    ["are not given to what has no score", [null, 4, null, 5], [null, 2, null, 1]],
    ["do not exist when nothing has a score", [null, null], [null, null]],
  ])("%s", (_, scores, expected) => {
    expect(ranks(scores)).toEqual(expected);
  });

  test("are one more than the number of better scores, whatever their order", () => {
    const scores = fc.array(fc.option(fc.integer({ min: 1, max: 5 })), { maxLength: 20 });
    fc.assert(
      fc.property(scores, (all) => {
        const given = ranks(all);
        const sorted = all.filter((score) => score !== null).toSorted((a, b) => b - a);
        all.forEach((score, index) => {
          expect(given[index]).toBe(score === null ? null : 1 + sorted.indexOf(score));
        });
      }),
    );
  });
});
