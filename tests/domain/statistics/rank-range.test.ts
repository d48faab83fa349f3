import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { signTest } from "../../../domain/statistics/pairwise.ts";
import { rankRanges } from "../../../domain/statistics/rank-range.ts";
import { ranks } from "../../../domain/statistics/rank.ts";
import { repeated } from "./repeated.ts";

/** Every pair of the scores, with the p-values in turn. */
const pairsOf = (scores: readonly number[], ps: (a: number, b: number) => number) =>
  scores.flatMap((score, a) =>
    scores.slice(a + 1).map((other, k) => {
      const b = a + 1 + k;
      return { a, b, direction: score - other, p: ps(a, b) };
    }),
  );

describe("rank ranges", () => {
  test("of single choices come from the exact binomial test of the counts", () => {
    const counts = [40, 33, 15, 12, 6, 4];
    const pairs = pairsOf(counts, (a, b) => signTest(counts[a]!, counts[b]!).p);
    expect(rankRanges(6, pairs)).toEqual([
      [1, 2],
      [1, 3],
      [2, 6],
      [3, 6],
      [3, 6],
      [3, 6],
    ]);
  });

  test("of nothing are nothing, and of one item is the first rank", () => {
    expect(rankRanges(0, [])).toEqual([]);
    expect(rankRanges(1, [])).toEqual([[1, 1]]);
  });

  test("of items that nothing tells apart leave every rank open", () => {
    expect(
      rankRanges(
        4,
        pairsOf([3, 3, 3, 3], () => 1),
      ),
    ).toEqual(repeated(4, [1, 4]));
  });

  test("of items that everything tells apart are the ranks", () => {
    expect(
      rankRanges(
        3,
        pairsOf([1, 3, 2], () => 0),
      ),
    ).toEqual([
      [3, 3],
      [1, 1],
      [2, 2],
    ]);
  });

  test("go by the level given, after correction over all pairs", () => {
    const pairs = pairsOf([3, 2, 1], () => 0.02);
    // Holm: 3 × .02 = .06.
    expect(rankRanges(3, pairs)).toEqual(repeated(3, [1, 3]));
    expect(rankRanges(3, pairs, 0.1)).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
  });

  test("do not put anything above what it equals", () => {
    expect(rankRanges(2, [{ a: 0, b: 1, direction: 0, p: 0 }])).toEqual([
      [1, 2],
      [1, 2],
    ]);
  });

  test("contain the plain rank by the score that gave the directions", () => {
    const scores = fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 12 });
    const anyP = fc.infiniteStream(fc.constantFrom(0, 0.0001, 0.01, 0.5));
    fc.assert(
      fc.property(scores, anyP, (all, ps) => {
        const ranges = rankRanges(
          all.length,
          pairsOf(all, () => ps.next().value!),
        );
        ranks(all).forEach((rank, item) => {
          const [low, high] = ranges[item]!;
          expect(low).toBeGreaterThanOrEqual(1);
          expect(high).toBeLessThanOrEqual(all.length);
          expect(low).toBeLessThanOrEqual(rank!);
          expect(high).toBeGreaterThanOrEqual(rank!);
        });
      }),
    );
  });
});
