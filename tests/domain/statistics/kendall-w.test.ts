import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kendallW, midRanks } from "../../../domain/statistics/kendall-w.ts";
import { expectReference } from "../reference.ts";
import vectors from "../vectors.json" with { type: "json" };
import { repeated } from "./repeated.ts";
import { seeded, shuffled } from "./seeded.ts";

const { expert12, no_ties_example: noTies } = vectors.kendall_w;
const CASES = [
  { name: "expert12", rows: vectors.datasets.expert12, reference: expert12 },
  { name: "the example without ties", rows: noTies.data, reference: noTies },
];

/** W's arguments from whole rows, as the tally sums them up. */
function summed(rows: readonly (readonly number[])[]) {
  const ranked = rows.map(midRanks);
  return {
    raters: rows.length,
    rankSums: (rows[0] ?? []).map((_, item) =>
      ranked.reduce((sum, { ranks }) => sum + ranks[item]!, 0),
    ),
    tieSum: ranked.reduce((sum, { ties }) => sum + ties, 0),
  };
}

test.each(CASES)("Kendall's W of $name is the reference", ({ rows, reference }) => {
  const sums = summed(rows);
  expect(sums).toEqual({
    raters: reference.m,
    rankSums: reference.rank_sums,
    tieSum: reference.sum_T,
  });
  const found = kendallW(sums)!;
  expectReference(found.s, reference.S);
  expectReference(found.w, reference.W);
  expectReference(found.chi2, reference.chi2);
  expect(found.df).toBe(reference.df);
  expectReference(found.chi2P, reference.p);
  expectReference(found.f, reference.iman_davenport_F);
  expect(found.fDf).toEqual(reference.F_df);
});

test("the p-value by F is near that of permutations, closer than by χ²", () => {
  const { p, chi2P } = kendallW(summed(vectors.datasets.expert12))!;
  // scipy 1.17, f.sf(6.785472337222432, 5, 55).
  expectReference(p, 5.426554372141112e-5);
  const permuted = expert12.perm_p_R_20000;
  expect(Math.abs(p - permuted)).toBeLessThan(Math.abs(chi2P - permuted));
});

test("as rarely as that do shuffled ratings agree as well", () => {
  const chance = seeded(7);
  const rows = noTies.data;
  const { w, p } = kendallW(summed(rows))!;
  let asMuch = 0;
  for (let draw = 0; draw < 4000; draw++) {
    if (kendallW(summed(rows.map((row) => shuffled(row, chance))))!.w >= w - 1e-12) asMuch++;
  }
  expect(asMuch / 4000).toBeCloseTo(p, 1);
});

describe("Kendall's W", () => {
  test("does not exist without two raters who put something in order", () => {
    expect(kendallW({ raters: 0, rankSums: [0, 0, 0], tieSum: 0 })).toBeNull();
    expect(kendallW(summed([[1, 2, 3]]))).toBeNull();
    expect(kendallW(summed(repeated(5, [4, 4, 4])))).toBeNull();
    expect(kendallW(summed([[1], [2]]))).toBeNull();
    expect(kendallW({ raters: 9, rankSums: [], tieSum: 0 })).toBeNull();
  });

  test("is 1 when all agree, with ties too", () => {
    const found = kendallW(summed(repeated(4, [5, 3, 3, 1])))!;
    expect(found).toMatchObject({ w: 1, f: Infinity, p: 0 });
  });

  test("is 0 when two say the reverse of each other", () => {
    expect(
      kendallW(
        summed([
          [1, 2, 3, 4],
          [4, 3, 2, 1],
        ]),
      ),
    ).toMatchObject({ s: 0, w: 0, f: 0, p: 1, chi2P: 1 });
  });

  const panels = fc
    .tuple(fc.integer({ min: 2, max: 8 }), fc.integer({ min: 2, max: 7 }))
    .chain(([raters, items]) =>
      fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: items, maxLength: items }), {
        minLength: raters,
        maxLength: raters,
      }),
    );

  test("lies between 0 and 1 and does not depend on the direction of the scale", () => {
    fc.assert(
      fc.property(panels, (rows) => {
        const found = kendallW(summed(rows));
        const turned = kendallW(summed(rows.map((row) => row.map((rating) => 6 - rating))));
        fc.pre(found !== null);
        expect(found.w).toBeGreaterThanOrEqual(0);
        expect(found.w).toBeLessThanOrEqual(1 + 1e-12);
        expect(found.p).toBeGreaterThanOrEqual(0);
        expect(found.p).toBeLessThanOrEqual(1);
        expect(turned!.w).toBeCloseTo(found.w, 10);
      }),
    );
  });
});

describe("mid-ranks", () => {
  test.each([
    [[], [], 0],
    [[3], [1], 0],
    [[1, 5, 3], [1, 3, 2], 0],
    [[4, 4, 4], [2, 2, 2], 24],
    [[2, 5, 2, 5], [1.5, 3.5, 1.5, 3.5], 12],
  ])("of %j are %j, ties %i", (ratings, ranks, ties) => {
    expect(midRanks(ratings)).toEqual({ ranks, ties });
  });

  test("sum up to those of an order without ties", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 20 }), (ratings) => {
        const k = ratings.length;
        const sum = midRanks(ratings).ranks.reduce((all, rank) => all + rank, 0);
        expect(sum).toBe((k * (k + 1)) / 2);
      }),
    );
  });
});
