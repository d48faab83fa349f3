import { describe, expect, test } from "vitest";
import { randomSampleWorth } from "../../../domain/statistics/self-selection.ts";
import { expectReference } from "../reference.ts";
import vectors from "../vectors.json" with { type: "json" };

describe("what self-selected answers are worth", () => {
  test.each(vectors.self_selection_meng.cases)(
    "is the reference for $n of $N with ρ = $rho",
    ({ n, N, rho, n_eff }) => {
      expectReference(randomSampleWorth(n, N, rho), n_eff);
    },
  );

  test("is a quarter when the correlation is twice as large", () => {
    const [once, twice] = [0.005, 0.01].map((rho) => randomSampleWorth(100_000, 10_000_000, rho));
    expectReference(twice, once! / 4);
  });

  test("has no limit where everybody answered", () => {
    expect(randomSampleWorth(1_000, 1_000, 0.01)).toBe(Infinity);
    expect(randomSampleWorth(1_001, 1_000, 0.01)).toBe(Infinity);
  });
});
