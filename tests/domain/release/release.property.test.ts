import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Release } from "../../../domain/release/schema.ts";
import { releaseText } from "../../../domain/release/release.ts";
import { anyTally, countsOf, decide, minutesLater, released, tallyOf } from "../counted.ts";

/** Runs a check on every release that random tallies lead to: a first, and one after it. */
const forReleases = (check: (release: Release) => void) =>
  fc.assert(
    fc.property(anyTally, anyTally, (tally, later) => {
      const first = decide(tally);
      if ("wait" in first) return;
      check(first.release);
      const previous = { ...first, hash: "hash" };
      const next = decide(later, { previous, at: minutesLater(20) });
      if (!("wait" in next)) check(next.release);
    }),
    { numRuns: 500 },
  );

/** Not hidden figures, but facts: nothing came before, or no figures were ever made. */
const FACTS = ["/previous", "/rules/closesAt", "/madeIn/public", "/madeIn/expert"];

/** The pointers of all nulls, and of all that a `hidden` names, anywhere in a value. */
function nullsAndReasons(value: unknown, place = ""): { nulls: string[]; reasons: string[] } {
  if (value === null) return { nulls: FACTS.includes(place) ? [] : [place], reasons: [] };
  if (typeof value !== "object") return { nulls: [], reasons: [] };
  const parts = Object.entries(value as object).map(([key, inner]) =>
    key === "hidden"
      ? { nulls: [], reasons: Object.keys(inner as object).map((name) => `${place}/${name}`) }
      : nullsAndReasons(inner, `${place}/${key}`),
  );
  return {
    nulls: parts.flatMap((part) => part.nulls).toSorted(),
    reasons: parts.flatMap((part) => part.reasons).toSorted(),
  };
}

describe("in every release", () => {
  test("no count between 1 and 9 is told, and none that is not a multiple of five", () => {
    forReleases((release) => {
      for (const [place, count] of countsOf(release)) {
        if (count !== null) expect(count % 5 === 0 && count >= 10, `${place}: ${count}`).toBe(true);
      }
    });
  });

  test("every null of a recommendation has a reason beside it, and every reason a null", () => {
    forReleases(({ recommendations }) => {
      const { nulls, reasons } = nullsAndReasons(recommendations);
      expect(reasons).toEqual(nulls);
    });
  });

  test("every null of the whole has a reason beside it, the number of ballots too", () => {
    forReleases((release) => {
      const { nulls, reasons } = nullsAndReasons(release);
      expect(reasons).toEqual(nulls);
    });
  });

  test("a mean lies in its interval, an index between 0 and 1, a share in whole percent", () => {
    forReleases(({ recommendations }) => {
      for (const { panels } of recommendations) {
        for (const { rated, mean, interval, highShare, disagreement } of Object.values(panels)) {
          if (rated === null) expect(mean).toBeNull();
          if (mean !== null && interval !== null) {
            expect(mean).toBeGreaterThanOrEqual(interval[0]);
            expect(mean).toBeLessThanOrEqual(interval[1]);
            expect(disagreement).toBeGreaterThanOrEqual(0);
            expect(disagreement).toBeLessThanOrEqual(1);
          }
          if (highShare !== null) expect(highShare).toBe(Math.round(highShare * 100) / 100);
        }
      }
    });
  });
});

describe("making a release", () => {
  test("gives the same bytes for the same input, and changes none of it", () => {
    fc.assert(
      fc.property(anyTally, anyTally, (tally, later) => {
        fc.pre(!("wait" in decide(tally)));
        const previous = released(tally);
        const before = structuredClone({ later, previous });
        const options = { previous, at: minutesLater(20) };
        const [one, other] = [decide(later, options), decide(structuredClone(later), options)];
        expect({ later, previous }).toEqual(before);
        expect(JSON.stringify(one)).toBe(JSON.stringify(other));
        if (!("wait" in one || "wait" in other)) {
          expect(releaseText(one.release)).toBe(releaseText(other.release));
        }
      }),
    );
  });

  test("never shows figures anew after fewer than minChanged changes", () => {
    const steps = fc.array(
      fc.record({ public: fc.nat({ max: 12 }), expert: fc.nat({ max: 12 }) }),
      {
        maxLength: 30,
      },
    );
    fc.assert(
      fc.property(steps, (all) => {
        const counted = { public: 0, expert: 0 };
        const shown = { public: 0, expert: 0 };
        let previous: ReturnType<typeof released> | undefined;
        all.forEach((step, index) => {
          counted.public += step.public;
          counted.expert += step.expert;
          const options = { ...(previous && { previous }), at: minutesLater(20 * index) };
          const tally = tallyOf(counted);
          if ("wait" in decide(tally, options)) return;
          const now = released(tally, options);
          for (const panel of ["public", "expert"] as const) {
            if (now.release.madeIn[panel] !== now.release.release) continue;
            expect(counted[panel] - shown[panel]).toBeGreaterThanOrEqual(10);
            shown[panel] = counted[panel];
          }
          expect(now.release.release).toBe((previous?.release.release ?? 0) + 1);
          previous = now;
        });
      }),
    );
  });
});
