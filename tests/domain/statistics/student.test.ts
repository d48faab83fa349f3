import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { studentQuantile, studentTwoSided } from "../../../domain/statistics/student.ts";
import { expectReference } from "../reference.ts";
import vectors from "../vectors.json" with { type: "json" };

describe("Student's t", () => {
  // (hi − m̃)/sd is the quantile wherever the interval was not clipped, as in all of these.
  test.each(vectors.histogram_stats.cases)(
    "has the quantile by which the interval of $id was made",
    (one) => {
      const { hi, post_mean, post_sd, t_df } = one.dirichlet_mean_ci;
      expectReference(studentQuantile(0.975, t_df), (hi - post_mean) / post_sd);
    },
  );

  test.each(vectors.pairwise.pairs)("has P(|T| > $t) = $p_t for df $df", ({ t, df, p_t }) => {
    expectReference(studentTwoSided(t, df), p_t);
  });

  test.each(vectors.gap_two_histograms.cases)(
    "has P(|T| > $bm_t) = $p for df $bm_df, not a whole number",
    ({ bm_t, bm_df, p }) => {
      expectReference(studentTwoSided(bm_t, bm_df), p);
    },
  );

  // The first by quadrature with 30 digits, the others by scipy 1.17.
  test.each([
    [5.7, 1_000_000, 1.1984097147116788e-8],
    [30, 2, 0.001109262681959659],
    [0.001, 5, 0.9992407867721976],
  ])("has P(|T| > %f) for df %i = %f", (t, df, p) => {
    expectReference(studentTwoSided(t, df), p);
  });

  test("leaves everything beyond 0", () => {
    expect(studentTwoSided(0, 7)).toBe(1);
  });

  test.each([0.6, 0.9, 0.975, 0.995])("has its closed form for df 1 and 2 at %f", (p) => {
    const a = 2 * p - 1;
    expectReference(studentQuantile(p, 1), Math.tan((Math.PI * a) / 2));
    expectReference(studentQuantile(p, 2), a * Math.sqrt(2 / (1 - a * a)));
  });

  test("has the same quantile by the series for many degrees of freedom as by looking for it", () => {
    // Below 400 it is looked for; there the series must already meet it.
    for (const p of [0.51, 0.9, 0.975, 0.9999]) {
      for (const df of [400, 401, 5_000, 1e7]) {
        const quantile = studentQuantile(p, df);
        expect(Math.abs(studentTwoSided(quantile, df) / (2 * (1 - p)) - 1)).toBeLessThan(1e-9);
      }
    }
  });

  test("comes down to the normal quantile", () => {
    expect(studentQuantile(0.975, 1e7)).toBeCloseTo(1.959963984540054, 6);
  });

  test("has a quantile that gives its probability back", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.51, max: 0.9999, noNaN: true }),
        fc.integer({ min: 1, max: 100_000 }),
        (probability, df) => {
          const tails = studentTwoSided(studentQuantile(probability, df), df);
          expect(tails).toBeCloseTo(2 * (1 - probability), 9);
        },
      ),
    );
  });
});
