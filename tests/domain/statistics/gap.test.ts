import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { differs, gap, gapSize } from "../../../domain/statistics/gap.ts";
import { newcombeInterval } from "../../../domain/statistics/newcombe.ts";
import { expectReference } from "../reference.ts";
import vectors from "../vectors.json" with { type: "json" };
import { histogramOf } from "./arbitrary.ts";

test.each(vectors.gap_two_histograms.cases)("the gap of $hx and $hy is the reference", (one) => {
  const found = gap(one.hx, one.hy)!;
  expectReference(found.theta, one.theta);
  expectReference(found.delta, one.delta);
  expectReference(found.variance, one.var_theta);
  expectReference(found.df, one.bm_df);
  expectReference(found.t, one.bm_t);
  expectReference(found.p, one.p);
  expectReference(found.interval[0], one.delta_lo);
  expectReference(found.interval[1], one.delta_hi);
  expect(found.degenerate).toBe(one.degenerate);
});

describe("the gap", () => {
  test("does not exist with fewer than two ratings on a side", () => {
    const some = [1, 2, 3, 4, 5];
    for (const few of [
      [0, 0, 0, 0, 0],
      [0, 0, 1, 0, 0],
    ]) {
      expect(gap(few, some)).toBeNull();
      expect(gap(some, few)).toBeNull();
    }
  });

  test("between sides that do not overlap has a width nevertheless", () => {
    const found = gap([0, 0, 0, 0, 10], [20, 0, 0, 0, 0])!;
    expect(found).toMatchObject({ theta: 1, delta: 1, variance: 0, degenerate: true });
    expect(found).toMatchObject({ df: null, t: null });
    expect(found.interval[0].toFixed(3)).toBe("0.698");
    expect(found.interval[1]).toBe(1);
    // 30 over 10 = 30,045,015.
    expectReference(found.p, 2 / 30_045_015);
    expect(gap([0, 2, 8, 0, 0], [0, 0, 0, 9, 11])).toMatchObject({ delta: -1, degenerate: true });
  });

  test("between equal answers is nothing, and not significant", () => {
    const found = gap([0, 0, 3, 0, 0], [0, 0, 400, 0, 0])!;
    expect(found).toMatchObject({ theta: 0.5, delta: 0, p: 1, degenerate: true });
    expect(found.interval[0]).toBeCloseTo(-found.interval[1], 12);
    expect(found.interval[1]).toBeGreaterThan(0.1);
  });

  test("between many that do not overlap has a p-value of no more than 0", () => {
    expect(gap([0, 0, 0, 0, 100_000], [900_000, 0, 0, 0, 0])!.p).toBe(0);
  });

  test("is the chance to be above, half the chance to be equal included", () => {
    fc.assert(
      fc.property(histogramOf(2), histogramOf(2), (expert, publicly) => {
        let [above, pairs] = [0, 0];
        expert.forEach((a, i) =>
          publicly.forEach((b, j) => {
            pairs += a * b;
            above += a * b * (i > j ? 1 : i === j ? 0.5 : 0);
          }),
        );
        expect(gap(expert, publicly)!.theta).toBeCloseTo(above / pairs, 10);
      }),
    );
  });

  test("keeps its interval within -1..1 and around it", () => {
    fc.assert(
      fc.property(histogramOf(2), histogramOf(2), (expert, publicly) => {
        const { delta, interval, p } = gap(expert, publicly)!;
        expect(interval[0]).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(interval[1]).toBeLessThanOrEqual(1 + 1e-12);
        expect(interval[0]).toBeLessThanOrEqual(delta + 1e-12);
        expect(interval[1]).toBeGreaterThanOrEqual(delta - 1e-12);
        expect(p).toBeGreaterThanOrEqual(0);
        expect(p).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("turns its sign when the sides change, or the scale is turned", () => {
    fc.assert(
      fc.property(histogramOf(2), histogramOf(2), (expert, publicly) => {
        const found = gap(expert, publicly)!;
        for (const other of [
          gap(publicly, expert)!,
          gap(expert.toReversed(), publicly.toReversed())!,
        ]) {
          expect(other.delta).toBeCloseTo(-found.delta, 10);
          expect(other.p).toBeCloseTo(found.p, 8);
          expect(other.interval[0]).toBeCloseTo(-found.interval[1], 8);
          expect(other.interval[1]).toBeCloseTo(-found.interval[0], 8);
        }
      }),
    );
  });
});

test("Newcombe's limits solve his equation", () => {
  for (const [theta, m, n] of [
    [0.5, 12, 30],
    [0.8, 12, 300],
    [1, 10, 20],
  ] as const) {
    const more = (m + n) / 2 - 1;
    const variance = (t: number) =>
      (t * (1 - t) * (1 + more * ((1 - t) / (2 - t) + t / (1 + t)))) / (m * n);
    const [low, high] = newcombeInterval(theta, m, n);
    expect(theta - low).toBeCloseTo(1.959963984540054 * Math.sqrt(variance(low)), 9);
    expect(high - theta).toBeCloseTo(1.959963984540054 * Math.sqrt(variance(high)), 9);
    expect(low).toBeLessThan(theta);
  }
});

describe("words for a gap", () => {
  test.each([
    [0, "negligible"],
    [0.146, "negligible"],
    [0.147, "small"],
    [-0.329, "small"],
    [0.33, "medium"],
    [-0.473, "medium"],
    [0.474, "large"],
    [-1, "large"],
  ])("of %f: %s", (delta, size) => {
    expect(gapSize(delta)).toBe(size);
  });

  test.each([
    [0.049, 0.147, true],
    [0.049, -0.9, true],
    [0.05, 0.9, false],
    [1e-9, 0.146, false],
  ])("at p %f and δ %f: differs %s", (p, delta, expected) => {
    expect(differs(p, delta)).toBe(expected);
  });
});
