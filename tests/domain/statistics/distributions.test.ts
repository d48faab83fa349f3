import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fairBinomial } from "../../../domain/statistics/binomial.ts";
import { chiSquaredTail } from "../../../domain/statistics/chi-squared.ts";
import { fisherTail } from "../../../domain/statistics/fisher.ts";
import { normalQuantile } from "../../../domain/statistics/normal.ts";
import { studentTwoSided } from "../../../domain/statistics/student.ts";
import { expectReference } from "../reference.ts";
import vectors from "../vectors.json" with { type: "json" };

// Unless another source is named: mpmath with 40 digits, or scipy 1.17.

describe("the quantile of the standard normal", () => {
  test.each([
    [0.5001, 0.000250662830088035],
    [0.6, 0.2533471031357998],
    [0.9, 1.2815515655446004],
    [0.975, 1.9599639845400543],
    [0.995, 2.575829303548901],
    [0.9999995, 4.89163847569859],
  ])("at %f is %f", (probability, z) => {
    expectReference(normalQuantile(probability), z);
  });
});

describe("the chi-squared tail", () => {
  test.each([
    [22.891061452513966, 5, vectors.kendall_w.expert12.p],
    [3.1904761904761902, 5, vectors.kendall_w.no_ties_example.p],
    [400, 17, 1.854158326030907e-74],
    [0.001, 1, 0.9747728793699604],
  ])("beyond %f with df %i is %f", (x, df, p) => {
    expectReference(chiSquaredTail(x, df), p);
  });

  test("with two degrees of freedom is exponential", () => {
    for (const x of [0, 0.1, 1, 3.9, 4.1, 30, 300]) {
      expectReference(chiSquaredTail(x, 2), Math.exp(-x / 2));
    }
  });
});

describe("the F tail", () => {
  test.each([
    [6.785472337222432, 5, 55, 5.426554372141112e-5],
    [0.5403225806451613, 5, 10, 0.7423331557010854],
    [1.2, 17, 17 * 999, 0.2544402346659305],
  ])("beyond %f with df %i and %i is %f", (f, df1, df2, p) => {
    expectReference(fisherTail(f, df1, df2), p);
  });

  test("with one degree of freedom is that of t squared", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 20, noNaN: true }),
        fc.integer({ min: 1, max: 1e5 }),
        (t, df) => {
          expect(fisherTail(t * t, 1, df)).toBeCloseTo(studentTwoSided(t, df), 12);
        },
      ),
    );
  });

  test("begins at 1 and ends at 0", () => {
    expect(fisherTail(0, 3, 9)).toBe(1);
    expect(fisherTail(Infinity, 3, 9)).toBe(0);
  });
});

describe("the binomial of fair trials", () => {
  test("is the sum of its terms", () => {
    fc.assert(
      fc.property(fc.nat({ max: 60 }), fc.nat({ max: 60 }), (one, other) => {
        const [count, n] = [Math.min(one, other), Math.max(one, other)];
        let [term, sum] = [1, 1];
        for (let k = 1; k <= count; k++) {
          term *= (n - k + 1) / k;
          sum += term;
        }
        expectReference(fairBinomial(count, n), sum / 2 ** n);
      }),
    );
  });

  // Terms summed with 30 digits.
  test.each([
    [499_000, 1_000_000, 0.02280414993269104],
    [4_990_000, 10_000_000, 1.2724002455775864e-10],
    [0, 1000, 9.332636185032189e-302],
  ])("is exact at P(X ≤ %i) of %i trials", (count, n, p) => {
    expectReference(fairBinomial(count, n), p);
  });
});
