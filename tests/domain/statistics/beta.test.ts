import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { incompleteBeta } from "../../../domain/statistics/beta.ts";
import { continuedFraction } from "../../../domain/statistics/continued-fraction.ts";
import { stirlingError, upperGamma } from "../../../domain/statistics/gamma.ts";
import { expectReference } from "../reference.ts";

const positive = fc.double({ min: 0.1, max: 1000, noNaN: true });

describe("the incomplete beta function", () => {
  // mpmath with 30 digits, or scipy 1.17.
  test.each([
    [0.3, 2.5, 3.5, 0.2967529892956664],
    [0.01, 0.5, 0.5, 0.06376856085851985],
    [0.39, 40, 60, 0.4244327220388012],
    [0.4995, 1e6, 1e6, 0.07864957758091284],
    [0.999999, 5e6, 0.5, 0.001565398432595212],
  ])("at %f of %f and %f is %f", (x, a, b, value) => {
    expectReference(incompleteBeta(x, a, b), value);
  });

  test("has closed forms where a or b is 1", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), positive, (x, a) => {
        expect(incompleteBeta(x, a, 1)).toBeCloseTo(x ** a, 11);
        expect(incompleteBeta(x, 1, a)).toBeCloseTo(1 - (1 - x) ** a, 11);
      }),
    );
  });

  test("keeps its digits far out, where x is next to nothing", () => {
    expectReference(incompleteBeta(1e-100, 0.5, 1), 1e-50);
    expectReference(incompleteBeta(1e-30, 4, 1), 1e-120);
  });

  test("falls from both sides to the same value", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), positive, positive, (x, a, b) => {
        expect(incompleteBeta(x, a, b) + incompleteBeta(1 - x, b, a, x)).toBeCloseTo(1, 11);
      }),
    );
  });
});

describe("the incomplete gamma function", () => {
  test("is exponential for a = 1, on both sides of where its form changes", () => {
    for (const x of [0, 1e-9, 0.5, 1.99, 2.01, 50, 700]) {
      expectReference(upperGamma(1, x), Math.exp(-x));
    }
  });

  test("follows its recurrence in a", () => {
    for (const x of [0.3, 2, 9]) {
      expect(upperGamma(4, x) - upperGamma(3, x)).toBeCloseTo((x ** 3 / 6) * Math.exp(-x), 13);
    }
  });
});

describe("what Stirling's formula leaves", () => {
  test.each([
    [0.5, 0.15342640972002736],
    [1, 0.08106146679532726],
    [2.5, 0.033162873519936284],
    [15.9, 0.005240399880756108],
    [16, 0.0052076559196096404],
    [100, 0.0008333305556349147],
  ])("at %f is %f", (z, error) => {
    expectReference(stirlingError(z), error);
  });
});

describe("a continued fraction", () => {
  test("of ones is the golden ratio", () => {
    expectReference(
      continuedFraction(1, () => [1, 1]),
      (1 + Math.sqrt(5)) / 2,
    );
  });

  test("without a limit is refused, not guessed", () => {
    expect(() => continuedFraction(1, (j) => [-1, j % 2])).toThrow(RangeError);
  });
});
