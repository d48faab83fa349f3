import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wilsonInterval } from "../../../domain/statistics/share-interval.ts";
import { highCount, lowCount } from "../../../domain/statistics/shares.ts";
import { expectReference } from "../reference.ts";
import vectors from "../vectors.json" with { type: "json" };
import { onAnyScale } from "./arbitrary.ts";

describe("the high and the low count", () => {
  test.each(vectors.histogram_stats.cases)("of $id make the reference shares", (reference) => {
    expectReference(highCount(reference.hist) / reference.n, reference.high_share);
    expectReference(lowCount(reference.hist) / reference.n, reference.low_share);
  });

  test.each(vectors.rand_ucla.cases)("of $id are those of three points", ({ hist, type7 }) => {
    expect(highCount(hist)).toBe(type7.n_7_9);
    expect(lowCount(hist)).toBe(type7.n_1_3);
  });

  test("of no ratings are 0", () => {
    expect([highCount([0, 0, 0, 0, 0]), lowCount([0, 0, 0, 0, 0])]).toEqual([0, 0]);
  });

  test("change places when the scale is turned", () => {
    fc.assert(
      fc.property(onAnyScale(0), (histogram) => {
        expect(highCount(histogram.toReversed())).toBe(lowCount(histogram));
      }),
    );
  });
});

describe("Wilson's interval", () => {
  test.each(vectors.wilson.cases)("of $x in $n has the reference ends", ({ x, n, lo, hi }) => {
    const { interval } = wilsonInterval(x, n, vectors.wilson.level)!;
    expectReference(interval[0], lo);
    expectReference(interval[1], hi);
  });

  test("has a default level of 95 %", () => {
    expect(wilsonInterval(75, 100)).toEqual(wilsonInterval(75, 100, 0.95));
    expect(wilsonInterval(75, 100, 0.99)!.halfWidth).toBeGreaterThan(
      wilsonInterval(75, 100)!.halfWidth,
    );
  });

  test("of nobody does not exist", () => {
    expect(wilsonInterval(0, 0)).toBeNull();
  });

  test("is not empty when all say the same", () => {
    const { interval } = wilsonInterval(1, 1)!;
    expect(interval[0]).toBeGreaterThan(0.2);
    expect(interval[1]).toBe(1);
    expect(wilsonInterval(0, 10)!.interval[0]).toBe(0);
    expect(wilsonInterval(0, 10)!.interval[1]).toBeCloseTo(0.2775, 4);
  });

  test("lies in 0..1, holds the share, and is its centre and half width", () => {
    fc.assert(
      fc.property(fc.nat({ max: 5000 }), fc.nat({ max: 5000 }), (count, others) => {
        fc.pre(count + others > 0);
        const { share, centre, halfWidth, interval } = wilsonInterval(count, count + others)!;
        expect(interval[0]).toBeGreaterThanOrEqual(0);
        expect(interval[1]).toBeLessThanOrEqual(1);
        expect(share).toBeGreaterThanOrEqual(interval[0] - 1e-12);
        expect(share).toBeLessThanOrEqual(interval[1] + 1e-12);
        expect(interval[0]).toBeCloseTo(centre - halfWidth, 12);
        expect(interval[1]).toBeCloseTo(centre + halfWidth, 12);
      }),
    );
  });
});
