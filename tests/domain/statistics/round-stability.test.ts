import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { marginalChange, roundStability } from "../../../domain/statistics/round-stability.ts";
import { expectReference } from "../reference.ts";
import vectors from "../vectors.json" with { type: "json" };
import { onAnyScale } from "./arbitrary.ts";

const { paired, marginal_only: margins } = vectors.round_stability;

test("the reference transition has the reference stability", () => {
  const found = roundStability(paired.transition)!;
  expectReference(found.changed, paired.share_changed);
  expectReference(found.marginalChange, paired.marginal_change);
  expectReference(found.kappa, paired.weighted_kappa_quadratic);
  expect(found.stable).toBe(paired.stable_at_15pct);
});

test("the reference margins have the reference change", () => {
  expectReference(marginalChange(margins.round1, margins.round2), margins.marginal_change);
  expect(margins.marginal_change < 0.15).toBe(margins.stable_at_15pct);
});

/** Everybody moves from one point to another of five. */
const move = (from: number, to: number, count: number): number[][] =>
  Array.from({ length: 5 }, (_, a) =>
    Array.from({ length: 5 }, (_, b) => (a === from && b === to ? count : 0)),
  );

describe("stability between rounds", () => {
  test("of nobody is unknown", () => {
    expect(roundStability(move(0, 0, 0))).toBeNull();
    expect(marginalChange([0, 0, 0, 0, 0], [1, 0, 0, 0, 0])).toBeNull();
    expect(marginalChange([1, 0, 0, 0, 0], [0, 0, 0, 0, 0])).toBeNull();
  });

  test("of equal answers is complete, and leaves kappa undefined", () => {
    for (const count of [1, 40]) {
      expect(roundStability(move(3, 3, count))).toEqual({
        changed: 0,
        marginalChange: 0,
        kappa: null,
        stable: true,
      });
    }
  });

  test("is lost when all move, and kappa is then no better than chance", () => {
    expect(roundStability(move(0, 4, 12))).toEqual({
      changed: 1,
      marginalChange: 1,
      kappa: 0,
      stable: false,
    });
  });

  test("sees those who change places, which the margins do not show", () => {
    const swapped = move(0, 4, 6).map((row, a) => (a === 4 ? row.with(0, 6) : row));
    expect(roundStability(swapped)).toEqual({
      changed: 1,
      marginalChange: 0,
      kappa: -1,
      stable: true,
    });
  });

  test("ends below 15 %", () => {
    expect(
      roundStability([
        [86, 14],
        [0, 0],
      ])!.stable,
    ).toBe(true);
    expect(
      roundStability([
        [85, 15],
        [0, 0],
      ])!.stable,
    ).toBe(false);
  });

  test("of margins is the same in both directions, from 0 to 1, and never above the share changed", () => {
    fc.assert(
      fc.property(fc.array(onFive, { minLength: 5, maxLength: 5 }), (transition) => {
        const found = roundStability(transition);
        fc.pre(found !== null);
        const turned = transition.map((_, b) => transition.map((row) => row[b]!));
        const back = roundStability(turned)!;
        expect(back.marginalChange).toBeCloseTo(found.marginalChange, 12);
        expect(back.changed).toBeCloseTo(found.changed, 12);
        expect(found.marginalChange).toBeGreaterThanOrEqual(0);
        expect(found.marginalChange).toBeLessThanOrEqual(found.changed + 1e-12);
        expect(found.kappa ?? 0).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(found.kappa ?? 0).toBeLessThanOrEqual(1);
      }),
    );
  });
});

const onFive = onAnyScale(0).map((histogram) => histogram.slice(0, 5));
