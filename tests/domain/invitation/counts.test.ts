import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shownCounts } from "../../../domain/invitation/counts.ts";

const counts = (made: number, used: number, revoked = 0) => ({ made, used, revoked });

describe("how many codes were used", () => {
  test.each([
    [9, 9, "too-small-a-group"],
    [10, 9, "fewer"],
    [10, 10, 10],
    [24, 12, 10],
    [24, 13, 15],
    [24, 24, 24],
    [24, 0, "fewer"],
    [10_000, 4_997, 4_995],
  ])("of %i with %i used is told as %s", (made, used, told) => {
    expect(shownCounts(counts(made, used), "standard").used).toBe(told);
  });

  test("is never told where taking part may be dangerous", () => {
    const shown = shownCounts(counts(500, 400), "at-risk");
    expect(shown.used).toBe("not-in-this-consultation");
  });

  test("never tells two neighbouring counts apart but at a rounding step, nor anything under ten", () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(400), (made, some) => {
        const used = Math.min(made, some);
        const { used: told } = shownCounts(counts(made, used), "standard");
        if (typeof told === "number") {
          expect(used).toBeGreaterThanOrEqual(10);
          expect(told % 5 === 0 || told === made).toBe(true);
        } else expect(used < 10 || made < 10).toBe(true);
      }),
    );
  });
});
