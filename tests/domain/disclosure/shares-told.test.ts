import fc from "fast-check";
import { expect, test } from "vitest";
import { roundShare } from "../../../domain/disclosure/rounding.ts";

test.each([
  [12, 13, 2, 0.92],
  [13, 17, 2, 0.76],
  [101, 200, 2, 0.5],
  [99, 200, 2, 0.5],
  [199, 200, 2, 0.99],
  [1, 400, 2, 0.01],
  [0, 17, 2, 0],
  [17, 17, 2, 1],
  [843, 1_000, 3, 0.843],
])("%i of %i, with %i decimals, is told as %f", (count, of, decimals, told) => {
  expect(roundShare(count, of, decimals)).toBe(told);
});

test("two shares of one row are never more than the whole, and none is all or nothing that is not", () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 3_000 }),
      fc.nat({ max: 3_000 }),
      fc.nat({ max: 3_000 }),
      fc.constantFrom(2, 3, 4),
      (low, medium, high, decimals) => {
        fc.pre(low + medium + high > 0);
        const of = low + medium + high;
        const [a, b] = [low, high].map((count) => {
          const told = roundShare(count, of, decimals);
          expect(told === 0).toBe(count === 0);
          expect(told === 1).toBe(count === of);
          expect(Math.abs(told - count / of)).toBeLessThan(10 ** -decimals);
          return Math.round(told * 10 ** decimals);
        });
        expect(a! + b!).toBeLessThanOrEqual(10 ** decimals);
      },
    ),
    { numRuns: 2_000, examples: [[99, 0, 101, 2]] },
  );
});
