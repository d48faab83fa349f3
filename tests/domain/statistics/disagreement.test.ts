import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { disagreement } from "../../../domain/statistics/disagreement.ts";
import { expectReference } from "../reference.ts";
import vectors from "../vectors.json" with { type: "json" };
import { histogramOf } from "./arbitrary.ts";

test.each(vectors.histogram_stats.cases)(
  "disagreement in $id is the reference value",
  (reference) => {
    expectReference(disagreement(reference.hist), reference.disagreement_D);
  },
);

describe("disagreement", () => {
  test("of no ratings is unknown, not zero", () => {
    expect(disagreement([0, 0, 0, 0, 0])).toBeNull();
  });

  test.each([1, 10, 12_345])("is 0 when all %i say the same, at any point", (count) => {
    for (let point = 0; point < 5; point++) {
      expect(disagreement([0, 0, 0, 0, 0].with(point, count))).toBe(0);
    }
  });

  test("is 1 only when half stand at each end", () => {
    expect(disagreement([6, 0, 0, 0, 6])).toBe(1);
    expect(disagreement([6, 0, 0, 1, 5])).toBeLessThan(1);
  });

  test("is the mean distance of two random respondents over its maximum, from 0 to 1", () => {
    fc.assert(
      fc.property(histogramOf(1), (histogram) => {
        const value = disagreement(histogram)!;
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1 + 1e-12);
        expect(value).toBeCloseTo(meanDistance(histogram) / 2, 10);
      }),
    );
  });

  test("does not depend on the direction of the scale", () => {
    fc.assert(
      fc.property(histogramOf(1), (histogram) => {
        expect(disagreement(histogram.toReversed())).toBeCloseTo(disagreement(histogram)!, 12);
      }),
    );
  });
});

/** From the definition, pair by pair: another road to the same figure. */
function meanDistance(histogram: readonly number[]): number {
  const n = histogram.reduce((sum, count) => sum + count, 0);
  let sum = 0;
  histogram.forEach((a, i) => histogram.forEach((b, j) => (sum += a * b * Math.abs(i - j))));
  return sum / n ** 2;
}
