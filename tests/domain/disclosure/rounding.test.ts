import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  meanDecimals,
  outwards,
  round,
  shareDecimals,
} from "../../../domain/disclosure/rounding.ts";

test("halves are rounded up, as people do", () => {
  const rounded = [round(3.25, 1), round(3.35, 1), round(0.145, 2), round(4, 2)];
  expect(rounded).toEqual([3.3, 3.4, 0.15, 4]);
});

describe("an interval", () => {
  test.each<[[number, number], number, [number, number]]>([
    [[3.61, 3.69], 1, [3.6, 3.7]],
    [[3.6, 3.7], 1, [3.6, 3.7]],
    [[3.601, 3.701], 1, [3.6, 3.8]],
    [[0.29, 0.57], 2, [0.29, 0.57]],
    [[0.2901, 0.5699], 2, [0.29, 0.57]],
    [[-0.151, 0.457], 2, [-0.16, 0.46]],
    [[0.1 + 0.2, 0.7 + 0.1], 1, [0.3, 0.8]],
  ])("%j with %i decimals is told as %j", (interval, decimals, told) => {
    expect(outwards(interval, decimals)).toEqual(told);
  });

  test("is rounded outwards, by less than one in the last place", () => {
    const end = fc.double({ min: -1, max: 5, noNaN: true });
    fc.assert(
      fc.property(end, end, fc.integer({ min: 1, max: 4 }), (a, b, decimals) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const told = outwards([low, high], decimals);
        const one = 10 ** -decimals;
        expect(told[0]).toBeLessThanOrEqual(low + 1e-8);
        expect(told[1]).toBeGreaterThanOrEqual(high - 1e-8);
        expect(told[0]).toBeGreaterThan(low - one - 1e-8);
        expect(told[1]).toBeLessThan(high + one + 1e-8);
        for (const shown of told) expect(round(shown, decimals)).toBe(shown);
      }),
    );
  });
});

test("means and shares have as many decimals as their number of ratings can tell", () => {
  expect([10, 99, 100, 2_999, 3_000].map(meanDecimals)).toEqual([1, 1, 2, 2, 3]);
  expect([10, 999, 1_000, 99_999, 100_000].map(shareDecimals)).toEqual([2, 2, 3, 3, 4]);
});
