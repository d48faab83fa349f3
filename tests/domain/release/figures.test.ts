import { describe, expect, test } from "vitest";
import { alike, catalogue, cellOf, figuresOf, make, QUIET, QUIET_AT_RISK } from "../counted.ts";
import { definition } from "../consultation/definition.ts";

const quiet = (...rows: number[][]) => {
  const some = {
    ...catalogue,
    recommendations: definition().recommendations.slice(0, rows.length),
  };
  return make({ definition: some, cells: { public: cellOf(rows) }, policy: QUIET });
};

describe("the figures of a recommendation that enough have rated, without noise", () => {
  // By hand: m = 418/115, m̃ = 421/116, sd = .1205, t(114) = 1.981; D = 9286/115²; 75 are high, 25 low.
  // Wilson of 75 and of 25 in 115: .5617–.7332 and .1523–.3013.
  test("are rounded as the rules say, and intervals outwards", () => {
    expect(figuresOf(quiet([12, 13, 15, 40, 35, 11, 4]))).toEqual({
      measured: [12, 13, 15, 40, 35, 11, 4],
      firstMeasured: 0,
      rated: 115,
      noOpinion: 11,
      skipped: 4,
      counts: [12, 13, 15, 40, 35],
      bands: [25, 15, 75],
      leaning: "most-high",
      mean: 3.63,
      interval: [3.39, 3.87],
      rank: 1,
      rankRange: [1, 1],
      highShare: 0.65,
      highInterval: [0.56, 0.74],
      lowShare: 0.22,
      lowInterval: [0.15, 0.31],
      disagreement: 0.7,
      first: null,
      firstRank: null,
      firstRange: null,
      spread: {
        interpolatedMedian: 3.94,
        quartiles: [3, 5],
        tastleWierman: 0.49,
        vanDerEijk: 0.34,
        estebanRay: 0.22,
      },
      hidden: { first: "below-base", firstRank: "below-base", firstRange: "below-base" },
    });
  });

  test("say most only where it is sure", () => {
    const leaning = (...row: number[]) => figuresOf(quiet(row)).leaning;
    expect(leaning(0, 0, 0, 6, 6)).toBe("most-high");
    expect(leaning(6, 6, 0, 0, 0)).toBe("most-low");
    expect(leaning(0, 0, 5, 4, 3)).toBe("unclear");
    expect(leaning(0, 0, 46, 54, 0)).toBe("unclear");
    expect(leaning(0, 0, 460, 540, 0)).toBe("most-high");
  });
});

describe("how much is told", () => {
  const names = ["mean", "interval", "rank", "leaning", "rated", "noOpinion", "bands/0"];
  const shares = ["highShare", "lowShare", "disagreement", "spread", "counts/4"];
  const told = (rated: number, policy = QUIET) => {
    const figures = figuresOf(make({ cells: { public: alike(0, 0, rated) }, policy }));
    const reasons = (all: readonly string[]) => [
      ...new Set(all.map((name) => figures.hidden[name] ?? "told")),
    ];
    return [...reasons(names), ...reasons(shares)];
  };

  test.each([
    [0, "below-base", "below-base"],
    [9, "below-base", "below-base"],
    [10, "told", "words-only"],
    [49, "told", "words-only"],
    [50, "told", "told"],
  ])("of %i ratings: figures %s, shares %s", (rated, figures, points) => {
    expect(told(rated)).toEqual([figures, points]);
  });

  test.each([
    [29, "below-base", "below-base"],
    [30, "told", "words-only"],
    [99, "told", "words-only"],
    [100, "told", "told"],
  ])("among people at risk, of %i ratings: figures %s, shares %s", (rated, figures, points) => {
    expect(told(rated, QUIET_AT_RISK)).toEqual([figures, points]);
  });

  test("is the measured counts always, and nothing made of them below the base", () => {
    const few = figuresOf(make({ cells: { public: alike(0, 1, 2, 3, 3, 40, 2) }, policy: QUIET }));
    expect(few).toMatchObject({ measured: [0, 1, 2, 3, 3, 40, 2], rated: null, mean: null });
    expect(few.noOpinion).toBeNull();
  });

  test("with noise shares take as many ratings more as the noise is likely to add", () => {
    const of = (rated: number, seed: number) =>
      make({ cells: { public: alike(0, 0, rated) }, seed });
    const more = Math.ceil(Math.sqrt(5) * of(9, 1).rules.protection.ratings.public);
    expect(more).toBeGreaterThan(5);
    const seen = new Set<string>();
    for (let seed = 0; seed < 40; seed++) {
      const { rated, highShare } = figuresOf(of(50 + more, seed));
      expect(highShare !== null).toBe(rated! >= 50 + more);
      seen.add(String(highShare === null));
    }
    expect(seen).toEqual(new Set(["true", "false"]));
  });
});

test("first choices are shares of those who chose any, ranked by how many, ties sharing a rank", () => {
  const row = [0, 0, 0, 0, 90];
  const cells = { public: cellOf([row, row, row], { first: [45, 30, 30], choosers: 60 }) };
  const made = make({ cells, policy: QUIET });
  const all = [0, 1, 2].map((place) => figuresOf(made, "public", place));
  expect(all.map(({ first }) => first)).toEqual([0.75, 0.5, 0.5]);
  expect(all.map(({ firstRank }) => firstRank)).toEqual([1, 2, 2]);
  expect(made.choosers.public).toBe(60);
});

describe("ranks", () => {
  const ranksOf = (...rows: number[][]) => {
    const made = quiet(...rows);
    return {
      ranked: made.ranked.public,
      ranks: rows.map((_, place) => figuresOf(made, "public", place).rank),
      ranges: rows.map((_, place) => figuresOf(made, "public", place).rankRange?.join("–")),
    };
  };

  test("are shared by equal means, and the next rank is left out", () => {
    const { ranks } = ranksOf([0, 10, 0, 10], [0, 0, 20, 0], [0, 0, 0, 5, 5], [15, 5, 0, 0]);
    expect(ranks).toEqual([2, 2, 1, 4]);
  });

  test("of recommendations that are all equal are all the first, which may be any", () => {
    expect(ranksOf([0, 0, 20], [0, 0, 20], [0, 0, 20])).toEqual({
      ranked: 3,
      ranks: [1, 1, 1],
      ranges: ["1–3", "1–3", "1–3"],
    });
  });

  test("are those among the recommendations with a mean, and say of how many", () => {
    expect(ranksOf([0, 0, 0, 0, 9], [0, 5, 10, 0, 0], [0, 0, 4, 10, 0])).toMatchObject({
      ranked: 2,
      ranks: [null, 2, 1],
    });
  });

  test("go by the exact mean, not by the one that is shown", () => {
    expect(ranksOf([0, 0, 50, 49, 0], [0, 0, 49, 50, 0]).ranks).toEqual([2, 1]);
  });
});
