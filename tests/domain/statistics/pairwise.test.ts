import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mean, total, variance } from "../../../domain/statistics/histogram.ts";
import { holm } from "../../../domain/statistics/multiplicity.ts";
import { pairedTest, pairTest, signTest } from "../../../domain/statistics/pairwise.ts";
import { rankRanges } from "../../../domain/statistics/rank-range.ts";
import { expectReference } from "../reference.ts";
import vectors from "../vectors.json" with { type: "json" };
import { columnHistogram, pairSums } from "./pair-rows.ts";
import { repeated } from "./repeated.ts";

const { pairwise } = vectors;
const rows = vectors.datasets.public40;
const histograms = [0, 1, 2, 3, 4, 5].map((column) => columnHistogram(rows, column));

test("the six reference items have the reference numbers, means and variances", () => {
  histograms.forEach((histogram, item) => {
    expect(total(histogram)).toBe(pairwise.item_n[item]);
    expectReference(mean(histogram), pairwise.item_mean[item]!);
    expectReference(variance(histogram), pairwise.item_var[item]!);
  });
});

describe.each(pairwise.pairs)("the reference items $i and $j", (reference) => {
  const [a, b] = [reference.i - 1, reference.j - 1];
  const sums = pairSums(rows, a, b);

  test("have the reference paired t test", () => {
    const found = pairedTest(sums);
    expect([found.n, found.df]).toEqual([reference.n, reference.df]);
    expectReference(found.difference, reference.mean_diff);
    expectReference(found.covariance, reference.cov);
    expectReference(found.t, reference.t);
    expectReference(found.p, reference.p_t);
  });

  test("have the reference sign test", () => {
    expect([sums.winsA, sums.winsB]).toEqual([reference.wins, reference.losses]);
    expect(sums.n - sums.winsA - sums.winsB).toBe(reference.ties);
    expectReference(signTest(sums.winsA, sums.winsB).p, reference.p_sign);
  });

  test("are compared by all who rated either, from the formula as it is written", () => {
    const found = pairTest(histograms[a]!, histograms[b]!, sums);
    const [na, nb] = [pairwise.item_n[a]!, pairwise.item_n[b]!];
    const difference = pairwise.item_mean[a]! - pairwise.item_mean[b]!;
    const spread =
      pairwise.item_var[a]! / na +
      pairwise.item_var[b]! / nb -
      (2 * reference.n * reference.cov) / (na * nb);
    expect([found.n, found.df]).toEqual([reference.n, reference.df]);
    expectReference(found.difference, difference);
    expectReference(found.variance, spread);
    expectReference(found.t, difference / Math.sqrt(spread));
  });
});

const all = (test: (a: number, b: number) => { direction: number; p: number }) =>
  pairwise.pairs.map(({ i, j }) => ({ a: i - 1, b: j - 1, ...test(i - 1, j - 1) }));
const byPairedT = all((a, b) => {
  const { difference: direction, p } = pairedTest(pairSums(rows, a, b));
  return { direction, p };
});
const byMeans = all((a, b) => {
  const found = pairTest(histograms[a]!, histograms[b]!, pairSums(rows, a, b));
  return { direction: found.difference, p: found.p };
});
const bySigns = all((a, b) => {
  const { winsA, winsB } = pairSums(rows, a, b);
  return { direction: winsA - winsB, p: signTest(winsA, winsB).p };
});

describe("all reference pairs together", () => {
  test("have the reference p-values after Holm's correction", () => {
    holm(byPairedT.map((one) => one.p)).forEach((p, k) =>
      expectReference(p, pairwise.pairs[k]!.p_t_holm),
    );
    holm(bySigns.map((one) => one.p)).forEach((p, k) =>
      expectReference(p, pairwise.pairs[k]!.p_sign_holm),
    );
  });

  test.each([
    ["paired t", byPairedT, pairwise.rank_range_t_holm],
    ["t by all who rated either", byMeans, pairwise.rank_range_t_holm],
    ["sign", bySigns, pairwise.rank_range_sign_holm],
  ])("have the reference rank ranges by the %s test", (_, pairs, { L, U }) => {
    expect(rankRanges(6, pairs)).toEqual(L.map((low, item) => [low, U[item]]));
  });
});

const complete = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })),
  { minLength: 2, maxLength: 60 },
);

describe("a pair", () => {
  test("is the paired t test when everybody rated both", () => {
    fc.assert(
      fc.property(complete, (rows) => {
        const sums = pairSums(rows, 0, 1);
        const found = pairTest(columnHistogram(rows, 0), columnHistogram(rows, 1), sums);
        const paired = pairedTest(sums);
        expect(found.t === null).toBe(paired.t === null);
        expect(found.difference).toBeCloseTo(paired.difference, 10);
        expect(found.variance).toBeCloseTo(paired.variance!, 10);
        expect(found.p).toBeCloseTo(paired.p, 8);
      }),
    );
  });

  test("turned round is the same with the other sign, also where answers are missing", () => {
    const some = fc.array(fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 5 })), { maxLength: 60 });
    fc.assert(
      fc.property(some, (rows) => {
        const [a, b] = [columnHistogram(rows, 0), columnHistogram(rows, 1)];
        const found = pairTest(a, b, pairSums(rows, 0, 1));
        const turned = pairTest(b, a, pairSums(rows, 1, 0));
        expect(turned.difference).toBeCloseTo(-found.difference, 12);
        expect(turned.p).toBeCloseTo(found.p, 10);
        expect(found.p).toBeGreaterThanOrEqual(0);
        expect(found.p).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("of which nobody, or one, rated both says nothing", () => {
    const none = { n: 0, difference: 0, covariance: null, variance: null, t: null, df: 0, p: 1 };
    expect(pairTest([0, 0, 0, 0, 0], [0, 0, 0, 0, 0], pairSums([], 0, 1))).toEqual(none);
    expect(pairedTest(pairSums([], 0, 1))).toEqual(none);
    const one = [[5, 1]];
    expect(pairedTest(pairSums(one, 0, 1))).toMatchObject({ n: 1, difference: 4, t: null, p: 1 });
    expect(
      pairTest(columnHistogram(one, 0), columnHistogram(one, 1), pairSums(one, 0, 1)),
    ).toMatchObject({ n: 1, difference: 4, t: null, p: 1 });
  });

  test("without variance is equal, or left to the sign test", () => {
    // The rounding of unequal sums must not pass for a variance: 3·(1/10) is not 0.3.
    for (const [length, shift, p] of [
      [12, 0, 1],
      [12, 1, 2 ** -11],
      [3, 1, 0.25],
    ] as const) {
      const rows = Array.from({ length }, (_, k) => [1 + (k % 3) + shift, 1 + (k % 3)]);
      const sums = pairSums(rows, 0, 1);
      const [a, b] = [columnHistogram(rows, 0), columnHistogram(rows, 1)];
      for (const found of [pairTest(a, b, sums), pairedTest(sums)]) {
        expect(found).toMatchObject({ variance: 0, t: null });
        expect(found.p).toBeCloseTo(p, 12);
      }
    }
  });

  test("whose missing answers bring the variance below 0 is left to the sign test", () => {
    // Those who rated both lie at the ends, all others near the mean: they share more than there is.
    const both = [...repeated(5, [1, 1]), ...repeated(5, [5, 5]), [3, 2]];
    const rows = [...both, ...repeated(90, [3, 0]), ...repeated(90, [0, 3])];
    const sums = pairSums(rows, 0, 1);
    const found = pairTest(columnHistogram(rows, 0), columnHistogram(rows, 1), sums);
    expect(found).toMatchObject({ n: 11, variance: 0, t: null, p: 1 });
    expect(found.difference).toBeGreaterThan(0);
  });

  test("whose means are equal is equal, even if those who rated both prefer one", () => {
    const both = [...repeated(5, [1, 1]), ...repeated(5, [5, 5]), ...repeated(2, [3, 2])];
    const others = [...repeated(88, [0, 3]), ...repeated(2, [0, 4])];
    const rows = [...both, ...repeated(90, [3, 0]), ...others];
    const sums = pairSums(rows, 0, 1);
    expect(signTest(sums.winsA, sums.winsB).p).toBeLessThan(1);
    expect(pairTest(columnHistogram(rows, 0), columnHistogram(rows, 1), sums)).toMatchObject({
      difference: 0,
      variance: 0,
      p: 1,
    });
  });
});

describe("the sign test", () => {
  test.each([
    [0, 0, 1],
    [1, 0, 1],
    [7, 7, 1],
    [6, 0, 2 / 64],
    [0, 6, 2 / 64],
    [1, 5, 14 / 64],
  ])("of %i against %i gives %f", (winsA, winsB, p) => {
    expectReference(signTest(winsA, winsB).p, p);
  });

  test("of millions neither overflows nor gives out", () => {
    expect(signTest(5_000_000, 5_000_000).p).toBe(1);
    expectReference(signTest(4_990_000, 5_010_000).p, 2.544800491155173e-10);
    expect(signTest(10_000_000, 0).p).toBe(0);
  });
});
