import { describe, expect, test } from "vitest";
import { POLICIES } from "../../../domain/disclosure/policy.ts";
import { consentingPanel, hiddenPanel, panelResult } from "../../../domain/release/panel.ts";
import type { Figures } from "../../../domain/release/schema.ts";
import { cellOf } from "../counted.ts";

const { standard, "at-risk": atRisk } = POLICIES;
const figuresOf = (...rows: number[][]): Figures[] =>
  panelResult(cellOf(rows), standard, true).figures;

describe("the figures of a recommendation that enough have rated", () => {
  const [figures] = figuresOf([12, 13, 15, 40, 35, 11, 4]);

  // By hand: m = 418/115, m̃ = 421/116, sd = .1205, t(114) = 1.981; D = 9286/115². The rest is made
  // from the counts as they are shown: 75 of 115 are high, 25 low.
  test("are rounded as the rules say, and what is too small is hidden with its reason", () => {
    expect(figures).toEqual({
      rated: 115,
      noOpinion: 10,
      skipped: null,
      counts: [10, 15, 15, 40, 35],
      bands: [25, 15, 75],
      mean: 3.63,
      interval: [3.4, 3.9],
      rank: 1,
      rankRange: [1, 1],
      highShare: 0.65,
      highInterval: [0.56, 0.73],
      lowShare: 0.22,
      lowInterval: [0.15, 0.3],
      disagreement: 0.7,
      first: null,
      firstRank: null,
      firstRange: null,
      spread: {
        interpolatedMedian: 3.94,
        quartiles: [3, 5],
        tastleWierman: 0.5,
        vanDerEijk: 0.35,
        estebanRay: 0.22,
      },
      hidden: {
        skipped: "fewer-than-10",
        first: "below-base",
        firstRank: "below-base",
        firstRange: "below-base",
      },
    });
  });

  test("exist from ten ratings on, as three bands", () => {
    const [ten] = figuresOf([0, 1, 2, 7, 2]);
    expect(ten).toMatchObject({
      rated: 10,
      mean: 3.8,
      rank: 1,
      counts: [null, null, null, null, null],
    });
    expect(ten!.hidden).toMatchObject({ "counts/0": "banded", "bands/0": "fewer-than-10" });
  });

  test("are told in bands where one small bar stands beside large ones", () => {
    const [one] = figuresOf([3, 27, 60, 80, 50]);
    expect(one!.counts).toEqual([null, null, null, null, null]);
    expect(one!.bands).toEqual([30, 60, 130]);
    expect(one!.hidden["spread"]).toBe("banded");
  });

  test("hide a high share that fewer than ten stand behind", () => {
    const [low] = figuresOf([30, 0, 0, 5, 4, 0, 0]);
    expect(low!.highShare).toBeNull();
    expect(low!.hidden).toMatchObject({
      highShare: "fewer-than-10",
      highInterval: "fewer-than-10",
    });
  });

  test("say nothing of everybody when all but one or two said the same", () => {
    const [all, butTwo, butThree] = figuresOf([0, 0, 0, 20, 0], [0, 0, 1, 18, 1], [0, 2, 1, 16, 1]);
    expect(all!.mean).toBe(4);
    expect(butTwo).toMatchObject({ mean: null, rank: null, hidden: { mean: "gives-away" } });
    expect(butThree!.mean).not.toBeNull();
    const [atRiskAll] = panelResult(cellOf([[0, 0, 0, 200, 0]]), atRisk, false).figures;
    expect(atRiskAll!.hidden["mean"]).toBe("gives-away");
  });
});

describe("the figures of a recommendation below the base", () => {
  const [, figures] = figuresOf([0, 0, 10, 40, 0, 0, 0], [0, 0, 0, 9, 0, 21, 20]);

  test("are hidden, everything derived with the base as the reason", () => {
    expect(figures).toMatchObject({ rated: null, noOpinion: 20, skipped: 20, mean: null });
    const { hidden } = figures!;
    expect(hidden["rated"]).toBe("fewer-than-10");
    for (const name of [
      "mean",
      "interval",
      "rank",
      "rankRange",
      "highShare",
      "counts/0",
      "bands/1",
    ]) {
      expect(hidden[name], name).toBe("below-base");
    }
  });

  test("take no rank away from the others", () => {
    const all = figuresOf([0, 0, 0, 0, 9], [0, 5, 10, 0, 0], [0, 0, 4, 10, 0]);
    expect(all.map((one) => one.rank)).toEqual([null, 2, 1]);
  });
});

describe("ranks", () => {
  test("are shared by equal means, and the next rank is left out", () => {
    const all = figuresOf([0, 10, 0, 10], [0, 0, 20, 0], [0, 0, 0, 5, 5], [15, 5, 0, 0]);
    expect(all.map((one) => one.rank)).toEqual([2, 2, 1, 4]);
  });

  test("go by the exact mean, not by the one that is shown", () => {
    const all = figuresOf([0, 0, 50, 49, 0], [0, 0, 49, 50, 0]);
    expect(all.map((one) => one.mean)).toEqual([3.5, 3.5]);
    expect(all.map((one) => one.rank)).toEqual([2, 1]);
  });
});

describe("an expert panel under the base", () => {
  test("is all null, each figure with the reason", () => {
    const { figures } = hiddenPanel(2, "small-panel");
    expect(figures).toHaveLength(2);
    for (const { hidden, counts, bands, ...others } of figures) {
      expect(new Set(Object.values(others))).toEqual(new Set([null]));
      expect([...counts, ...bands]).toEqual(Array.from({ length: 8 }, () => null));
      expect(Object.keys(hidden)).toHaveLength(Object.keys(others).length + 8);
    }
  });

  test("is shown in bands and nothing else when every member agreed, from three on", () => {
    const { figures, ballots } = consentingPanel(cellOf([[1, 1, 2, 3, 0]]));
    expect(figures[0]!.bands).toEqual([2, 2, 3]);
    expect(figures[0]).toMatchObject({
      rated: null,
      mean: null,
      counts: [null, null, null, null, null],
    });
    expect(figures[0]!.hidden).not.toHaveProperty("bands/0");
    expect(ballots).toEqual({ hidden: "small-panel" });
    expect(consentingPanel(cellOf([[1, 0, 0, 1, 0]])).figures[0]!.bands).toEqual([
      null,
      null,
      null,
    ]);
  });
});
