import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { benjaminiHochberg, holm } from "../../../domain/statistics/multiplicity.ts";
import { expectReference } from "../reference.ts";
import vectors from "../vectors.json" with { type: "json" };
import { pValues } from "./arbitrary.ts";

const { multiplicity } = vectors;

test("the reference p-values have the reference corrections", () => {
  holm(multiplicity.p).forEach((p, k) => expectReference(p, multiplicity.holm[k]!));
  benjaminiHochberg(multiplicity.p).forEach((p, k) => expectReference(p, multiplicity.bh[k]!));
});

describe.each([
  { name: "Holm", correct: holm },
  { name: "Benjamini and Hochberg", correct: benjaminiHochberg },
])("the correction of $name", ({ correct }) => {
  test("leaves none and one as they are", () => {
    expect(correct([])).toEqual([]);
    expect(correct([0.03])).toEqual([0.03]);
  });

  test("keeps to the order given, whatever it is", () => {
    const order = [3, 0, 7, 5, 1, 6, 2, 4];
    const inOrder = correct(multiplicity.p);
    expect(correct(order.map((k) => multiplicity.p[k]!))).toEqual(order.map((k) => inOrder[k]));
  });

  test("never lowers a p-value, never exceeds 1, and keeps which is smaller", () => {
    fc.assert(
      fc.property(pValues, (ps) => {
        const adjusted = correct(ps);
        ps.forEach((p, k) => {
          expect(adjusted[k]).toBeGreaterThanOrEqual(p);
          expect(adjusted[k]).toBeLessThanOrEqual(1);
          ps.forEach((other, l) => {
            if (p <= other) expect(adjusted[k]).toBeLessThanOrEqual(adjusted[l]!);
          });
        });
      }),
    );
  });
});

test("Holm is never below Benjamini and Hochberg, nor above Bonferroni", () => {
  fc.assert(
    fc.property(pValues, (ps) => {
      const found = benjaminiHochberg(ps);
      holm(ps).forEach((p, k) => {
        expect(p).toBeGreaterThanOrEqual(found[k]! - 1e-12);
        expect(p).toBeLessThanOrEqual(Math.min(1, ps.length * ps[k]!) + 1e-12);
      });
    }),
  );
});
