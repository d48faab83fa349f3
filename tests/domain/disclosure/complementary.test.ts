import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { complementary } from "../../../domain/disclosure/complementary.ts";
import vectors from "../vectors.json" with { type: "json" };

const places = (hidden: Set<number>) => [...hidden].toSorted((a, b) => a - b);

describe("what is hidden together", () => {
  test.each(vectors.sdc.complementary_one_way)("of $counts: places $suppressed_indices", (one) => {
    const hidden = complementary(one.counts, { base: one.threshold, hiddenTogether: 2 });
    expect(places(hidden)).toEqual(one.suppressed_indices);
  });

  test("goes on from what is hidden already", () => {
    const rules = { base: 10, hiddenTogether: 2 };
    expect(places(complementary([40, 30, 20], rules, new Set([1])))).toEqual([1, 2]);
    expect(places(complementary([40, 30, 20], rules))).toEqual([]);
  });

  test("is never one part alone, never fewer than the base, and always every small part", () => {
    const counts = fc.array(fc.oneof(fc.nat({ max: 40 }), fc.nat({ max: 1000 })), {
      minLength: 2,
      maxLength: 22,
    });
    fc.assert(
      fc.property(counts, fc.constantFrom(10, 30), (all, base) => {
        const hidden = complementary(all, { base, hiddenTogether: 2 });
        all.forEach((count, place) => {
          if (count > 0 && count < base) expect(hidden.has(place)).toBe(true);
        });
        if (hidden.size === 0 || hidden.size === all.length) return;
        expect(hidden.size).toBeGreaterThanOrEqual(2);
        const sum = places(hidden).reduce((total, place) => total + all[place]!, 0);
        expect(sum).toBeGreaterThanOrEqual(base);
      }),
    );
  });
});
