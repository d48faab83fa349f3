import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { symmetricEigen } from "../../../domain/statistics/eigen.ts";
import { topChance } from "../../../domain/statistics/top-chance.ts";
import vectors from "../vectors.json" with { type: "json" };
import { repeated } from "./repeated.ts";
import { seeded } from "./seeded.ts";

const { means, cov: covariance, n, tolerance, ...reference } = vectors.p_top_k;

/** Chances to be among the top 1, 2, … 6. */
const amongTop = [1, 2, 3, 4, 5, 6].map((top) =>
  topChance({ means, covariance, n, top, draws: 200_000, chance: seeded(top) }),
);

const expectAll = (found: readonly number[], expected: readonly number[]) =>
  found.forEach((value, item) =>
    expect(Math.abs(value - expected[item]!)).toBeLessThanOrEqual(tolerance),
  );

describe("the chance to be among the best", () => {
  test("is the reference value for the top three and the top one", () => {
    expectAll(amongTop[2]!, reference.p_top3);
    expectAll(amongTop[0]!, reference.p_top1);
  });

  test("gives the reference quantiles of each rank", () => {
    [0.025, 0.5, 0.975].forEach((probability, row) => {
      const found = means.map((_, item) => {
        const rank = amongTop.findIndex((chances) => chances[item]! >= probability);
        return rank + 1;
      });
      expect(found).toEqual(reference.rank_q025_q50_q975[row]);
    });
  });

  test("adds up to as many as there are places", () => {
    amongTop.forEach((chances, index) => {
      expect(chances.reduce((sum, one) => sum + one, 0)).toBeCloseTo(index + 1, 9);
    });
  });

  test("repeats itself with the same source, and draws 20,000 times by default", () => {
    let drawn = 0;
    const counting = (chance: () => number) => () => {
      drawn++;
      return chance();
    };
    const once = topChance({ means, covariance, n, top: 3, chance: counting(seeded(1)) });
    expect(drawn).toBe(20_000 * 6 * 2);
    expect(topChance({ means, covariance, n, top: 3, chance: seeded(1) })).toEqual(once);
  });

  test("without variance is certain", () => {
    const none = repeated(3, [0, 0, 0]);
    const certain = (means: number[], top: number) =>
      topChance({ means, covariance: none, n: 9, top, draws: 10, chance: seeded(1) });
    expect(certain([3, 5, 4], 2)).toEqual([0, 1, 1]);
    expect(certain([4, 5, 4], 2)).toEqual([1, 1, 1]);
    expect(certain([3, 5, 4], 0)).toEqual([0, 0, 0]);
    expect(certain([3, 5, 4], 9)).toEqual([1, 1, 1]);
  });

  test("of nothing is nothing", () => {
    expect(topChance({ means: [], covariance: [], n: 1, top: 1, chance: seeded(1) })).toEqual([]);
  });

  test("takes a negative eigenvalue for 0 and a source that gives 0", () => {
    const impossible = [
      [1, 2],
      [2, 1],
    ];
    const found = topChance({
      means: [3, 3.0001],
      covariance: impossible,
      n: 4,
      top: 1,
      draws: 1000,
      chance: seeded(2),
    });
    // Only the common direction is left, in which both move alike.
    expect(found).toEqual([0, 1]);
    const still = { means: [1, 2], covariance: impossible, n: 4, top: 1, draws: 1 };
    expect(topChance({ ...still, chance: () => 0 })).toEqual([0, 1]);
  });
});

describe("eigenvalues and eigenvectors", () => {
  const symmetric = fc.integer({ min: 0, max: 8 }).chain((size) =>
    fc
      .array(
        fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: size, maxLength: size }),
        {
          minLength: size,
          maxLength: size,
        },
      )
      .map((matrix) => matrix.map((row, i) => row.map((x, j) => (i <= j ? x : matrix[j]![i]!)))),
  );

  test("make up the matrix again, of unit vectors at right angles", () => {
    fc.assert(
      fc.property(symmetric, (matrix) => {
        const { values, vectors } = symmetricEigen(matrix);
        const product = (i: number, j: number, weights: readonly number[]) =>
          weights.reduce((sum, weight, k) => sum + weight * vectors[i]![k]! * vectors[j]![k]!, 0);
        matrix.forEach((row, i) =>
          row.forEach((x, j) => {
            expect(product(i, j, values)).toBeCloseTo(x, 9);
            expect(
              product(
                i,
                j,
                values.map(() => 1),
              ),
            ).toBeCloseTo(i === j ? 1 : 0, 9);
          }),
        );
      }),
    );
  });

  test("of a known matrix are known", () => {
    const { values } = symmetricEigen([
      [2, 1],
      [1, 2],
    ]);
    expect(values.toSorted((x, y) => x - y).map((value) => value.toFixed(12))).toEqual([
      "1.000000000000",
      "3.000000000000",
    ]);
  });
});
