import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { delphiConsensus } from "../../../domain/statistics/delphi.ts";
import vectors from "../vectors.json" with { type: "json" };
import { onAnyScale } from "./arbitrary.ts";

const NAMES: Record<string, string> = { consensus_high: "high", no_consensus: "none" };

test.each(vectors.delphi_rule.cases)("$hist at $T is $result", ({ hist, T, result }) => {
  const found = delphiConsensus(hist, { panel: 100, threshold: T });
  expect(found).toMatchObject({ result: NAMES[result], rated: 100, enough: true });
});

describe("consensus of a panel", () => {
  test.each([
    [[1, 0, 2, 4, 13], "high"],
    [[1, 0, 5, 4, 10], "none"],
    [[10, 5, 3, 2, 0], "low"],
    [[0, 0, 20, 0, 0], "none"],
    [[0, 0, 0, 20, 0], "high"],
    // Exactly 75 % high; exactly 15 % low.
    [[0, 0, 5, 0, 15], "high"],
    [[3, 0, 0, 0, 17], "none"],
    // Nine points: 70 % is enough.
    [[0, 0, 0, 0, 0, 6, 14, 0, 0], "high"],
    [[0, 0, 14, 0, 0, 6, 0, 0, 0], "low"],
    [[0, 0, 0, 0, 0, 7, 13, 0, 0], "none"],
  ])("of %j is %s by default", (histogram, result) => {
    expect(delphiConsensus(histogram, { panel: 20 }).result).toBe(result);
  });

  test("gives the shares of those who rated", () => {
    expect(delphiConsensus([1, 1, 2, 2, 14], { panel: 21 })).toEqual({
      result: "high",
      highShare: 0.8,
      lowShare: 0.1,
      rated: 20,
      enough: true,
    });
  });

  test("needs ten ratings, from four of five of the panel", () => {
    expect(delphiConsensus([0, 0, 0, 0, 9], { panel: 9 })).toMatchObject({
      result: "none",
      enough: false,
    });
    expect(delphiConsensus([0, 0, 0, 0, 10], { panel: 10 }).enough).toBe(true);
    expect(delphiConsensus([0, 0, 0, 0, 28], { panel: 35 }).enough).toBe(true);
    expect(delphiConsensus([0, 0, 0, 0, 28], { panel: 36 })).toMatchObject({
      result: "none",
      enough: false,
    });
  });

  test("of nobody is none", () => {
    expect(delphiConsensus([0, 0, 0, 0, 0], { panel: 30 })).toEqual({
      result: "none",
      highShare: null,
      lowShare: null,
      rated: 0,
      enough: false,
    });
  });

  test("turns with the scale", () => {
    const turned = { high: "low", low: "high", none: "none" };
    fc.assert(
      fc.property(onAnyScale(1), (histogram) => {
        const panel = histogram.reduce((sum, count) => sum + count, 0);
        const { result } = delphiConsensus(histogram, { panel });
        expect(delphiConsensus(histogram.toReversed(), { panel }).result).toBe(turned[result]);
      }),
    );
  });
});
