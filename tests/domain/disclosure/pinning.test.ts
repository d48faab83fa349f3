import { describe, expect, test } from "vitest";
import { keepsHidden } from "../../../domain/disclosure/bounds.ts";
import { allowedDetail } from "../../../domain/disclosure/detail.ts";
import { POLICIES } from "../../../domain/disclosure/policy.ts";
import { panelResult } from "../../../domain/release/panel.ts";
import { cellOf } from "../counted.ts";

const policy = POLICIES.standard;
const underTen = Array.from({ length: 10 }, (_, count) => count);

/** Every histogram of so many ratings over five points. */
function* histograms(n: number, points = 5): Generator<number[]> {
  if (points === 1) yield [n];
  else {
    for (let first = 0; first <= n; first++) {
      for (const rest of histograms(n - first, points - 1)) yield [first, ...rest];
    }
  }
}

/** Of every histogram of 10 to 12 ratings (told as "10"): what a release tells of it, as text. */
function told(tell: (histogram: number[]) => string): Map<string, number[][]> {
  const byText = new Map<string, number[][]>();
  for (const n of [10, 11, 12]) {
    for (const histogram of histograms(n)) {
      const text = tell(histogram);
      byText.set(text, [...(byText.get(text) ?? []), histogram]);
    }
  }
  return byText;
}

/** How many counts of 1 to 9 are the same in all histograms of which the same is told. */
const pinned = (byText: Map<string, number[][]>): number =>
  [...byText.values()].reduce(
    (sum, alike) =>
      sum +
      [0, 1, 2, 3, 4].filter((point) => {
        const [count = 0] = alike.map((histogram) => histogram[point]!);
        return count > 0 && count < 10 && alike.every((one) => one[point] === count);
      }).length,
    0,
  );

describe("one recommendation's figures, for every possible outcome of ten to twelve ratings", () => {
  test("give no small count away", () => {
    const byText = told((histogram) => {
      const [figures] = panelResult(cellOf([histogram]), policy, true).figures;
      return JSON.stringify(figures);
    });
    expect(byText.size).toBeGreaterThan(100);
    expect(pinned(byText)).toBe(0);
  });

  test("would give many away if mean, interval and disagreement were always told", () => {
    const everything = Object.assign(structuredClone(policy), { base: 10 });
    const byText = told((histogram) => {
      const noisy = { ...everything, noiseBelow: { panel: Infinity, segment: 0 } };
      // With noise announced, and keys whose noise is none, nothing is held back.
      const cell = cellOf([histogram]);
      cell.keys.fill(128);
      const [figures] = panelResult(cell, noisy, true).figures;
      return JSON.stringify(figures);
    });
    expect(pinned(byText)).toBeGreaterThan(500);
  });
});

describe("how much is told of a distribution", () => {
  test.each([
    ["a broad one of a thousand: everything", [100, 150, 250, 300, 200], [true, true, true]],
    ["one with a small bar: bands", [3, 20, 30, 30, 20], [false, true, true]],
    ["fewer than fifty: bands", [10, 10, 10, 10, 9], [false, true, true]],
  ])("%s", (_, histogram, [points, mean, scatter]) => {
    expect(allowedDetail(histogram, false, policy)).toMatchObject({ points, mean, scatter });
  });
});

describe("a row", () => {
  test("whose hidden part follows by subtraction does not keep it", () => {
    // 52 in all at most, 43 shown at least: the hidden one has at most nine, and at least nine
    // when the rounded numbers happen to lie so.
    expect(keepsHidden(60, [25, 20, null], underTen, policy)).toBe(false);
    expect(keepsHidden(50, [25, 20, null], underTen, policy)).toBe(true);
  });

  test("in which only nobody can be hidden keeps nobody's secret", () => {
    expect(keepsHidden(40, [25, 20, null], underTen, policy)).toBe(false);
    expect(keepsHidden(35, [25, 15, null], [0, 20], policy)).toBe(true);
  });
});
