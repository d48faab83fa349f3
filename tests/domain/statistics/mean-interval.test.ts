import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mean } from "../../../domain/statistics/histogram.ts";
import { meanInterval } from "../../../domain/statistics/mean-interval.ts";
import { expectReference } from "../reference.ts";
import vectors from "../vectors.json" with { type: "json" };
import { histogramOf } from "./arbitrary.ts";

test.each(vectors.histogram_stats.cases)(
  "the interval of $id has the reference middle, spread and ends",
  (reference) => {
    const { mean, sd, df, interval } = meanInterval(reference.hist)!;
    expectReference(mean, reference.dirichlet_mean_ci.post_mean);
    expectReference(sd, reference.dirichlet_mean_ci.post_sd);
    expect(df).toBe(reference.dirichlet_mean_ci.t_df);
    expectReference(interval[0], reference.dirichlet_mean_ci.lo);
    expectReference(interval[1], reference.dirichlet_mean_ci.hi);
  },
);

describe("the interval of a mean", () => {
  test("does not exist without a degree of freedom", () => {
    expect(meanInterval([0, 0, 0, 0, 0])).toBeNull();
    expect(meanInterval([0, 0, 1, 0, 0])).toBeNull();
  });

  test("exists from two answers on, and says that they say little", () => {
    expect(meanInterval([0, 1, 0, 1, 0])!.interval).toEqual([1, 5]);
  });

  test("is never empty, even when all say the same", () => {
    for (let point = 0; point < 5; point++) {
      const [low, high] = meanInterval([0, 0, 0, 0, 0].with(point, 1000))!.interval;
      expect(low).toBeLessThan(high);
    }
  });

  test("has the ends that docs/methods.md names", () => {
    const [low, high] = meanInterval([4, 6, 15, 40, 35])!.interval;
    expect(low.toFixed(4)).toBe("3.7429");
    expect(high.toFixed(4)).toBe("4.1581");
  });

  test("is clipped to the scale", () => {
    expect(meanInterval([20, 0, 0, 0, 0])!.interval[0]).toBe(1);
    expect(meanInterval([0, 0, 0, 0, 20])!.interval[1]).toBe(5);
  });

  // |m − m̃| = |m − 3|/(n + 1), less than t·sd for every n ≥ 2: the pseudo-respondent alone spreads more.
  test("lies within the scale and contains the mean that is shown", () => {
    fc.assert(
      fc.property(histogramOf(2), (histogram) => {
        const [low, high] = meanInterval(histogram)!.interval;
        expect(low).toBeGreaterThanOrEqual(1);
        expect(high).toBeLessThanOrEqual(5);
        expect(low).toBeLessThanOrEqual(mean(histogram)!);
        expect(high).toBeGreaterThanOrEqual(mean(histogram)!);
      }),
    );
  });

  test("turns with the scale", () => {
    fc.assert(
      fc.property(histogramOf(2), (histogram) => {
        const [low, high] = meanInterval(histogram)!.interval;
        const [turnedLow, turnedHigh] = meanInterval(histogram.toReversed())!.interval;
        expect(turnedLow).toBeCloseTo(6 - high, 9);
        expect(turnedHigh).toBeCloseTo(6 - low, 9);
      }),
    );
  });

  test("gets shorter when ten times as many say the same", () => {
    fc.assert(
      fc.property(histogramOf(10), (histogram) => {
        const [low, high] = meanInterval(histogram)!.interval;
        const [lowOfMore, highOfMore] = meanInterval(
          histogram.map((count) => 10 * count),
        )!.interval;
        expect(highOfMore - lowOfMore).toBeLessThan(high - low);
      }),
    );
  });
});
