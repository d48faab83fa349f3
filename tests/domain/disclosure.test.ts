import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { roundedIndex, roundedMean, shownCount, shownShare } from "../../domain/disclosure.ts";
import vectors from "./vectors.json" with { type: "json" };

describe("the 10-5 rule", () => {
  test.each(vectors.rule_10_5)("shows $n as $published", ({ n, published }) => {
    expect(shownCount(n)).toBe(published);
  });

  test.each([
    [4, null],
    [12, 10],
    [12_347, 12_345],
  ])("shows %i as %j", (count, shown) => {
    expect(shownCount(count)).toBe(shown);
  });

  test("shows nothing below ten, and from there the nearest multiple of five", () => {
    fc.assert(
      fc.property(fc.nat(), (count) => {
        const shown = shownCount(count);
        if (count < 10) expect(shown).toBeNull();
        else {
          expect(shown! % 5).toBe(0);
          expect(Math.abs(shown! - count)).toBeLessThanOrEqual(2);
        }
      }),
    );
  });
});

describe("a share", () => {
  test.each([
    ["is made of the rounded counts", 12, 33, 0.29],
    ["is hidden when its count is below ten", 9, 300, null],
    ["is hidden when its whole is below ten", 9, 9, null],
    ["can be the whole", 14, 14, 1],
  ])("%s", (_, count, of, share) => {
    expect(shownShare(count, of)).toBe(share);
  });

  test("is a whole percent between 0 and 1, and depends on nothing finer than the counts", () => {
    const counts = fc.tuple(fc.nat({ max: 5000 }), fc.nat({ max: 5000 }));
    fc.assert(
      fc.property(counts, ([some, others]) => {
        const share = shownShare(some, some + others);
        expect(share === null).toBe(some < 10);
        if (share === null) return;
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        expect(share).toBe(Math.round(share * 100) / 100);
        expect(share).toBe(shownShare(shownCount(some)!, shownCount(some + others)!));
      }),
    );
  });
});

describe("rounding", () => {
  test("shows a mean to one decimal under a hundred ratings, to two from there on", () => {
    expect(roundedMean(3.4567, 99)).toBe(3.5);
    expect(roundedMean(3.4567, 100)).toBe(3.46);
  });

  test("shows an index to two decimals", () => {
    expect(roundedIndex(0.5434)).toBe(0.54);
    expect(roundedIndex(0)).toBe(0);
  });
});
