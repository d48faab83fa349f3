import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { interpolatedMedian } from "../../../domain/statistics/interpolated-median.ts";
import { median, quantile } from "../../../domain/statistics/quantile.ts";
import { expectReference } from "../reference.ts";
import vectors from "../vectors.json" with { type: "json" };
import { onAnyScale } from "./arbitrary.ts";

describe.each(vectors.histogram_stats.cases)("the reference histogram $id", (reference) => {
  test("has the reference quartiles and median", () => {
    const [q25, q75] = [quantile(reference.hist, 0.25)!, quantile(reference.hist, 0.75)!];
    expectReference(q25, reference.q25);
    expectReference(q75, reference.q75);
    expectReference(q75 - q25, reference.iqr);
    expectReference(median(reference.hist), reference.median);
  });

  test("has the reference interpolated median", () => {
    expectReference(interpolatedMedian(reference.hist), reference.interpolated_median);
  });
});

describe("a quantile", () => {
  test("of no ratings is unknown", () => {
    expect(quantile([0, 0, 0, 0, 0], 0.5)).toBeNull();
    expect(median([0, 0, 0, 0, 0])).toBeNull();
  });

  test.each([1, 10, 12_345])("of %i equal ratings is that rating", (count) => {
    for (const probability of [0, 0.3, 0.5, 1]) {
      expect(quantile([0, 0, 0, count, 0], probability)).toBe(4);
    }
  });

  test("is what type 7 says of all ratings in order", () => {
    fc.assert(
      fc.property(
        onAnyScale(1).map((histogram) => histogram.map((count) => count % 50)),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (histogram, probability) => {
          const ratings = histogram.flatMap((count, j) => Array<number>(count).fill(j + 1));
          fc.pre(ratings.length > 0);
          const place = (ratings.length - 1) * probability;
          const [low, high] = [ratings[Math.floor(place)]!, ratings[Math.ceil(place)]!];
          expect(quantile(histogram, probability)).toBeCloseTo(
            low * (1 - (place % 1)) + high * (place % 1),
            9,
          );
        },
      ),
    );
  });

  test("turns with the scale", () => {
    fc.assert(
      fc.property(onAnyScale(1), fc.constantFrom(0.25, 0.3, 0.5), (histogram, probability) => {
        expect(quantile(histogram.toReversed(), 1 - probability)).toBeCloseTo(
          histogram.length + 1 - quantile(histogram, probability)!,
          9,
        );
      }),
    );
  });
});

describe("the median", () => {
  test.each([
    [[1, 0, 0, 1, 0], 2.5],
    [[1, 0, 1, 0, 0], 2],
    [[1, 0, 1, 0, 1], 3],
  ])("of %j is %f", (histogram, middle) => {
    expect(median(histogram)).toBe(middle);
  });
});

describe("the interpolated median", () => {
  test("of no ratings is unknown", () => {
    expect(interpolatedMedian([0, 0, 0, 0, 0])).toBeNull();
  });

  test("keeps a median on which nobody stands: a half-point, or a point between", () => {
    expect(interpolatedMedian([1, 2, 0, 3, 0])).toBe(3);
    expect(interpolatedMedian([0, 3, 3, 0, 0])).toBe(2.5);
  });

  test("of equal ratings is that rating", () => {
    expect(interpolatedMedian([0, 1, 0, 0, 0])).toBe(2);
    expect(interpolatedMedian([0, 0, 0, 0, 999])).toBe(5);
  });

  test("stays within half a point of the median and turns with the scale", () => {
    fc.assert(
      fc.property(onAnyScale(1), (histogram) => {
        const value = interpolatedMedian(histogram)!;
        expect(Math.abs(value - median(histogram)!)).toBeLessThanOrEqual(0.5);
        expect(interpolatedMedian(histogram.toReversed())).toBeCloseTo(
          histogram.length + 1 - value,
          9,
        );
      }),
    );
  });
});
