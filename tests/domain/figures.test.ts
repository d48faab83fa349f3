import { describe, expect, test } from "vitest";
import { type Figures, hiddenFigures, panelFigures } from "../../domain/figures.ts";
import { cellOf } from "./counted.ts";

const figuresOf = (...rows: number[][]): Figures[] => panelFigures(cellOf(rows));

describe("the figures of a recommendation that enough have rated", () => {
  const [figures] = figuresOf([12, 13, 15, 40, 35, 11, 4]);

  // By hand: m = 418/115, m̃ = 421/116, sd = .1205, t(114) = 1.981; D = 9286/115².
  test("are rounded as the rules say, and what is too small is hidden with its reason", () => {
    expect(figures).toEqual({
      rated: 115,
      noOpinion: 10,
      skipped: null,
      counts: [10, 15, 15, 40, 35],
      mean: 3.63,
      interval: [3.39, 3.87],
      rank: 1,
      rankRange: null,
      highShare: 0.65,
      disagreement: 0.7,
      hidden: { skipped: "fewer-than-10", rankRange: "not-computed" },
    });
  });

  test("exist from ten ratings on, however they fall", () => {
    const [ten] = figuresOf([0, 0, 0, 5, 5, 0, 0]);
    expect(ten).toMatchObject({ rated: 10, mean: 4.5, highShare: 1, rank: 1, disagreement: 0.25 });
    expect(ten!.interval).not.toBeNull();
    expect(ten!.counts).toEqual([null, null, null, null, null]);
  });

  test("hide a high share that fewer than ten stand behind", () => {
    const [low] = figuresOf([30, 0, 0, 5, 4, 0, 0]);
    expect(low!.highShare).toBeNull();
    expect(low!.hidden).toMatchObject({ highShare: "fewer-than-10", "counts/3": "fewer-than-10" });
  });
});

describe("the figures of a recommendation below the base", () => {
  const [, figures] = figuresOf([0, 0, 0, 50, 0, 0, 0], [0, 0, 0, 9, 0, 21, 20]);

  test("are hidden, everything derived with the base as the reason", () => {
    const below = "below-base";
    expect(figures).toEqual({
      rated: null,
      noOpinion: 20,
      skipped: 20,
      counts: [null, null, null, null, null],
      mean: null,
      interval: null,
      rank: null,
      rankRange: null,
      highShare: null,
      disagreement: null,
      hidden: {
        rated: below,
        mean: below,
        interval: below,
        rank: below,
        rankRange: below,
        highShare: below,
        disagreement: below,
        ...Object.fromEntries([0, 1, 2, 3, 4].map((point) => [`counts/${point}`, "fewer-than-10"])),
      },
    });
  });

  test("say of too few without an opinion, and too few who skipped, that they are too few", () => {
    const [low] = figuresOf([0, 0, 0, 9, 0, 9, 9]);
    expect(low!.hidden).toMatchObject({ noOpinion: "fewer-than-10", skipped: "fewer-than-10" });
  });

  test("take no rank away from the others", () => {
    const all = figuresOf([0, 0, 0, 0, 9], [0, 0, 10, 0, 0], [0, 0, 0, 10, 0]);
    expect(all.map((one) => one.rank)).toEqual([null, 2, 1]);
  });
});

describe("ranks", () => {
  test("are shared by equal means, and the next rank is left out", () => {
    const all = figuresOf([0, 10, 0, 10], [0, 0, 20, 0], [0, 0, 0, 0, 10], [20, 0, 0, 0]);
    expect(all.map((one) => one.rank)).toEqual([2, 2, 1, 4]);
  });

  test("go by the exact mean, not by the one that is shown", () => {
    const all = figuresOf([0, 0, 50, 49, 0], [0, 0, 49, 50, 0]);
    expect(all.map((one) => one.mean)).toEqual([3.5, 3.5]);
    expect(all.map((one) => one.rank)).toEqual([2, 1]);
  });
});

test("figures that may not be shown yet are all null, each with a reason", () => {
  const all = hiddenFigures(2);
  expect(all).toHaveLength(2);
  for (const { hidden, counts, ...figures } of all) {
    expect(new Set(Object.values(figures))).toEqual(new Set([null]));
    expect(counts).toEqual([null, null, null, null, null]);
    expect(Object.keys(hidden)).toHaveLength(Object.keys(figures).length + counts.length);
  }
});
