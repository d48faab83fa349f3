import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mean, total, variance } from "../../../domain/statistics/histogram.ts";
import { expectReference } from "../reference.ts";
import vectors from "../vectors.json" with { type: "json" };
import { onAnyScale } from "./arbitrary.ts";

describe.each(vectors.histogram_stats.cases)("the reference histogram $id", (reference) => {
  test("has the reference number of ratings", () => {
    expect(total(reference.hist)).toBe(reference.n);
  });

  test("has the reference mean", () => {
    expectReference(mean(reference.hist), reference.mean);
  });

  test("has the reference variance", () => {
    expectReference(variance(reference.hist), reference.var_unbiased);
  });
});

describe("the mean", () => {
  test("of no ratings is not a number that could be shown", () => {
    expect(mean([0, 0, 0, 0, 0])).toBeNull();
  });

  test.each([1, 2, 3, 4, 5])("of one rating is that rating (%i)", (point) => {
    const histogram = [0, 0, 0, 0, 0].with(point - 1, 1);
    expect(mean(histogram)).toBe(point);
  });

  test("of equal ratings is that rating exactly", () => {
    expect(mean([0, 0, 0, 12_345, 0])).toBe(4);
  });
});

describe("the variance", () => {
  test("needs two ratings", () => {
    expect(variance([0, 0, 0, 0, 0])).toBeNull();
    expect(variance([0, 0, 1, 0, 0])).toBeNull();
    expect(variance([1, 0, 1, 0, 0])).toBe(2);
  });

  test("of equal ratings is exactly 0", () => {
    expect(variance([0, 0, 0, 12_345_678, 0])).toBe(0);
  });

  test("is half the mean squared difference of two different people", () => {
    fc.assert(
      fc.property(onAnyScale(2), (histogram) => {
        const n = total(histogram);
        let squares = 0;
        histogram.forEach((a, i) =>
          histogram.forEach((b, j) => {
            squares += a * b * (i - j) ** 2;
          }),
        );
        expect(variance(histogram)).toBeCloseTo(squares / (2 * n * (n - 1)), 9);
      }),
    );
  });
});
