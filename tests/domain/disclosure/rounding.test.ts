import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { POLICIES } from "../../../domain/disclosure/policy.ts";
import {
  detailDecimals,
  meanDecimals,
  round,
  shownCount,
  shownShare,
} from "../../../domain/disclosure/rounding.ts";
import vectors from "../vectors.json" with { type: "json" };

const { standard, "at-risk": atRisk } = POLICIES;
const valueOf = (shown: ReturnType<typeof shownShare>) =>
  "value" in shown ? shown.value : shown.hidden;

describe("a count", () => {
  test.each(vectors.sdc.rule_10_5)("by the 10-5 rule: $n is shown as $published", (one) => {
    expect(shownCount(one.n, standard)).toBe(one.published);
  });

  test.each([
    [9, null],
    [10, 10],
    [14, 10],
    [15, 20],
    [24, 20],
    [1004, 1000],
  ])("of a consultation among people at risk: %i is shown as %j", (count, shown) => {
    expect(shownCount(count, atRisk)).toBe(shown);
  });

  test("is hidden below ten, and otherwise the nearest multiple", () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(standard, atRisk), (count, policy) => {
        const shown = shownCount(count, policy);
        if (count < 10) expect(shown).toBeNull();
        else {
          expect(shown! % policy.roundTo).toBe(0);
          expect(Math.abs(shown! - count)).toBeLessThanOrEqual(policy.roundTo / 2);
        }
      }),
    );
  });
});

describe("a share", () => {
  test.each([
    ["is made of the rounded counts", 12, 33, 0.29],
    ["is hidden when its count is below ten", 9, 300, "fewer-than-10"],
    ["is hidden when its whole is below ten", 9, 9, "fewer-than-10"],
    ["can be the whole", 14, 14, 1],
  ])("%s", (_, count, of, share) => {
    expect(valueOf(shownShare(count, of, standard))).toBe(share);
  });

  test.each([
    ["over 95 %", 196, 199, "over-95-percent"],
    ["under 5 %", 10, 230, 0.04],
    ["over 95 % of two hundred", 196, 200, 1],
    ["95 %", 190, 199, 0.95],
  ])("among people at risk, %s is only called so under two hundred", (_, count, of, share) => {
    expect(valueOf(shownShare(count, of, atRisk))).toBe(share);
  });

  test("is a whole percent between 0 and 1, and depends on nothing finer than the counts", () => {
    const counts = fc.tuple(fc.nat({ max: 5000 }), fc.nat({ max: 5000 }));
    fc.assert(
      fc.property(counts, ([some, others]) => {
        const share = valueOf(shownShare(some, some + others, standard));
        expect(share === "fewer-than-10").toBe(some < 10);
        if (typeof share === "string") return;
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        expect(share).toBe(Math.round(share * 100) / 100);
        const rounded = [some, some + others].map((count) => shownCount(count, standard)!);
        expect(share).toBe(valueOf(shownShare(rounded[0]!, rounded[1]!, standard)));
      }),
    );
  });
});

test("a mean has one decimal under a hundred ratings, two from there on", () => {
  expect([meanDecimals(99), meanDecimals(100)]).toEqual([1, 2]);
});

test("what tells how ratings scatter has one decimal under a thousand", () => {
  expect([detailDecimals(999), detailDecimals(1000)]).toEqual([1, 2]);
});

test("halves are rounded up, as people do", () => {
  expect([round(3.25, 1), round(3.35, 1), round(0.145, 2), round(4, 2)]).toEqual([
    3.3, 3.4, 0.15, 4,
  ]);
});
