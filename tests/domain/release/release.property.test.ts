import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PANELS } from "../../../domain/ballot/ballot.ts";
import { meanDecimals } from "../../../domain/disclosure/rounding.ts";
import { releaseText } from "../../../domain/release/release.ts";
import { type Figures, type Release, releaseSchema } from "../../../domain/release/schema.ts";
import { total } from "../../../domain/statistics/histogram.ts";
import { anyRelease, kept, make } from "../counted.ts";
import { nullsAndReasons } from "./nulls.ts";

const forReleases = (check: (release: Release) => void) =>
  fc.assert(
    fc.property(anyRelease, (given) => check(make(given))),
    { numRuns: 300 },
  );

/** By how much the lower of two means may be printed above the higher: of more answers it has more decimals. */
function byRounding(one: Figures, other: Figures): number {
  const [a, b] = [one, other].map(({ rated }) => 10 ** -meanDecimals(rated!)) as [number, number];
  return a === b ? 0 : (a + b) / 2 + 1e-9;
}

const forFigures = (check: (figures: Figures, release: Release) => void) =>
  forReleases((release) => {
    for (const { panels } of release.recommendations) {
      for (const panel of PANELS) check(panels[panel], release);
    }
  });

describe("in every release", () => {
  test("every null has a reason beside it, and every reason a null", () => {
    forReleases((release) => {
      const { nulls, reasons } = nullsAndReasons(release);
      expect(reasons).toEqual(nulls);
    });
  });

  test("the number of ratings is the sum of the five points, of the bands, and of what was measured", () => {
    forFigures(({ measured, rated, counts, bands }) => {
      if (rated === null) return;
      expect(total(bands as number[])).toBe(rated);
      expect(total(measured.slice(0, 5))).toBe(rated);
      if (counts[0] !== null) expect(total(counts as number[])).toBe(rated);
      for (const count of [...counts, ...bands]) expect(count ?? 0).toBeGreaterThanOrEqual(0);
    });
  });

  test("a figure lies in its interval, and shares come to no more than the whole", () => {
    forFigures((figures) => {
      const within = (value: number | null, range: [number, number] | null) => {
        if (value === null || range === null) return;
        expect(value).toBeGreaterThanOrEqual(range[0]);
        expect(value).toBeLessThanOrEqual(range[1]);
      };
      within(figures.mean, figures.interval);
      within(figures.highShare, figures.highInterval);
      within(figures.lowShare, figures.lowInterval);
      within(figures.rank, figures.rankRange);
      within(figures.firstRank, figures.firstRange);
      within(figures.disagreement, [0, 1]);
      const shares = (figures.highShare ?? 0) + (figures.lowShare ?? 0);
      expect(shares).toBeLessThanOrEqual(1 + 1e-9);
    });
  });

  test("nothing is told below the base but what was measured, and no share below its own limit", () => {
    forReleases(({ recommendations, rules }) => {
      for (const { panels } of recommendations) {
        for (const panel of PANELS) {
          const { rated, mean, highShare } = panels[panel];
          const isExact = panel === "expert" && rules.expertsExact;
          if (rated === null) expect([mean, highShare]).toEqual([null, null]);
          else expect(rated).toBeGreaterThanOrEqual(isExact ? 3 : rules.base);
          const least = isExact ? 3 : rules.sharesFrom;
          if (highShare !== null) expect(rated!).toBeGreaterThanOrEqual(least);
        }
      }
    });
  });

  test("ranks are those of the means, the highest first, among as many as it says", () => {
    forReleases(({ recommendations, ranked }) => {
      for (const panel of PANELS) {
        const told = recommendations
          .map(({ panels }) => panels[panel])
          .filter(({ rank }) => rank !== null);
        expect(told).toHaveLength(ranked[panel]);
        for (const one of told) {
          for (const other of told) {
            if (one.rank! < other.rank!) {
              expect(other.mean! - one.mean!).toBeLessThanOrEqual(byRounding(one, other));
            }
          }
          expect(one.rank).toBe(told.filter(({ rank }) => rank! < one.rank!).length + 1);
        }
      }
    });
  });

  test("all is what its form says, and reads back from its text as it is", () => {
    forReleases((release) => {
      expect(releaseSchema.parse(release)).toEqual(release);
      expect(JSON.parse(releaseText(release))).toEqual(release);
      expect(releaseText(release)).toMatch(/\}\n$/);
    });
  });
});

test("making a release gives the same bytes for the same input, and changes none of it", () => {
  fc.assert(
    fc.property(anyRelease, anyRelease, (first, second) => {
      const given = { ...second, definition: first.definition!, previous: kept(first) };
      const before = structuredClone(given);
      const text = releaseText(make(given));
      expect(given).toEqual(before);
      expect(releaseText(make(structuredClone(given)))).toBe(text);
    }),
    { numRuns: 100 },
  );
});
