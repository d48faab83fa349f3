import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { polarisationER } from "../../../domain/statistics/esteban-ray.ts";
import { consensusTW } from "../../../domain/statistics/tastle-wierman.ts";
import { agreementA } from "../../../domain/statistics/van-der-eijk.ts";
import { expectReference } from "../reference.ts";
import vectors from "../vectors.json" with { type: "json" };
import { onAnyScale } from "./arbitrary.ts";

describe.each(vectors.histogram_stats.cases)("the reference histogram $id", (reference) => {
  test("has the reference consensus (Tastle and Wierman)", () => {
    expectReference(consensusTW(reference.hist), reference.Cns);
  });

  test("has the reference agreement (van der Eijk)", () => {
    const agreement = agreementA(reference.hist)!;
    expectReference(agreement, reference.vanderEijk_A);
    expectReference((1 - agreement) / 2, reference.polarization_vdE);
  });

  test("has the reference polarisation (Esteban and Ray)", () => {
    expectReference(polarisationER(reference.hist), reference.esteban_ray_norm_a1_6);
  });
});

test("polarisation is not linear: a flat scale .185, a mild split .306", () => {
  expect(polarisationER([20, 20, 20, 20, 20])!.toFixed(3)).toBe("0.185");
  expect(polarisationER([30, 15, 10, 15, 30])!.toFixed(3)).toBe("0.306");
});

test("agreement is 0 where a layer is flat, and peels one layer after the other", () => {
  expect(agreementA([7, 7, 7, 7, 7, 7, 7, 7, 7])).toBe(0);
  // 5 × a flat layer of weight 5/6, and a peak of weight 1/6.
  expect(agreementA([1, 1, 1, 1, 2])).toBeCloseTo(1 / 6, 12);
});

const MEASURES = [
  { name: "consensusTW", measure: consensusTW, united: 1, divided: 0, least: 0, most: 1 },
  { name: "agreementA", measure: agreementA, united: 1, divided: -1, least: -1, most: 1 },
  { name: "polarisationER", measure: polarisationER, united: 0, divided: 1, least: 0, most: 1 },
];

describe.each(MEASURES)("$name", ({ measure, united, divided, least, most }) => {
  test("of no ratings is unknown", () => {
    expect(measure([0, 0, 0, 0, 0])).toBeNull();
  });

  test.each([1, 10, 12_345])("knows when all %i say the same, at any point", (count) => {
    for (let point = 0; point < 7; point++) {
      expect(measure(Array<number>(7).fill(0).with(point, count))).toBe(united);
    }
  });

  test("knows when half stand at each end", () => {
    for (const points of [5, 7, 9]) {
      const histogram = [6, ...Array<number>(points - 2).fill(0), 6];
      expect(measure(histogram)).toBeCloseTo(divided, 12);
    }
  });

  test("stays within its bounds, turns with the scale, and counts shares only", () => {
    fc.assert(
      fc.property(onAnyScale(1), (histogram) => {
        const value = measure(histogram)!;
        expect(value).toBeGreaterThanOrEqual(least - 1e-12);
        expect(value).toBeLessThanOrEqual(most + 1e-12);
        expect(measure(histogram.toReversed())).toBeCloseTo(value, 10);
        expect(measure(histogram.map((count) => 3 * count))).toBeCloseTo(value, 10);
      }),
    );
  });
});
