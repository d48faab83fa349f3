import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { studentQuantile, studentTwoSided } from "../../../domain/statistics/student.ts";
import { expectReference } from "../reference.ts";
import vectors from "../vectors.json" with { type: "json" };

describe("Student's t", () => {
  // (hi − m̃)/sd is the quantile wherever the interval was not clipped, as in all of these.
  test.each(vectors.histograms)("has the quantile by which the interval of $id was made", (one) => {
    const { hi, post_mean, post_sd, t_df } = one.dirichlet_mean_ci;
    expectReference(studentQuantile(0.975, t_df), (hi - post_mean) / post_sd);
  });

  test.each(vectors.student_two_sided)("has P(|T| > $t) = $p for df $df", ({ t, df, p }) => {
    expectReference(studentTwoSided(t, df), p);
  });

  test.each([0.6, 0.9, 0.975, 0.995])("has its closed form for df 1 and 2 at %f", (p) => {
    const a = 2 * p - 1;
    expectReference(studentQuantile(p, 1), Math.tan((Math.PI * a) / 2));
    expectReference(studentQuantile(p, 2), a * Math.sqrt(2 / (1 - a * a)));
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
