import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coefficients, growth, sensitivity } from "../../../domain/disclosure/sensitivity.ts";
import { BINS } from "../../../domain/ballot/rating.ts";
import { countingPlan, segmentKey } from "../../../domain/tally/plan.ts";
import { countsOf, type Person } from "../attack/history.ts";
import { definition } from "../consultation/definition.ts";

/** Multiplied by the square root of the prefix sums: b_(t−s) below the diagonal. */
function rooted(steps: readonly number[]): number[] {
  const b = coefficients(steps.length);
  return steps.map((_, t) =>
    steps.reduce((sum, one, s) => (s > t ? sum : sum + b[t - s]! * one), 0),
  );
}

/** What each release adds to a count that is so at each release. */
const stepsOf = (counts: readonly number[]): number[] =>
  counts.map((count, t) => count - (counts[t - 1] ?? 0));

/** The squared norm of a count among the noise. */
const told = (counts: readonly number[]): number =>
  rooted(stepsOf(counts)).reduce((sum, one) => sum + one * one, 0);

/** A count of one from a release on, and from another on no more. */
const there = (releases: number, from: number, until = Infinity): number[] =>
  Array.from({ length: releases }, (_, t) => (t >= from && t < until ? 1 : 0));

const plus = (a: readonly number[], b: readonly number[]): number[] =>
  a.map((one, t) => one + b[t]!);

/** Every history of one ballot that the rules allow, as counts of the cells that its rating is in. */
function* histories(releases: number, groups: boolean): Generator<number[][]> {
  const T = releases;
  for (let s = 0; s < T; s++) {
    yield [there(T, s)];
    for (let u = s + 1; u < T; u++) {
      yield [there(T, s, u)];
      yield [there(T, s, u), there(T, u)];
      // Back in the last release, or over to the experts with the first rating.
      if (u < T - 1) yield [plus(there(T, s, u), there(T, T - 1))];
      yield [there(T, s, u), there(T, T - 1)];
      if (groups && u < T - 1) yield [there(T, s, u), there(T, u, T - 1), there(T, T - 1)];
      if (!groups) continue;
      for (let w = u + 1; w < T; w++) yield [there(T, s, u), there(T, u, w)];
    }
  }
}

const most = (releases: number, groups: boolean): number =>
  Math.max(
    ...[...histories(releases, groups)].map((cells) =>
      cells.map(told).reduce((sum, one) => sum + one, 0),
    ),
  );

describe("the coefficients", () => {
  test("multiply to the prefix sums: their square is a matrix of ones", () => {
    for (let s = 0; s < 12; s++) {
      const step = there(12, s, s + 1);
      rooted(rooted(step)).forEach((one, t) => expect(one).toBeCloseTo(t >= s ? 1 : 0, 12));
    }
  });

  test.each([
    [1, 1],
    [2, 1.25],
    [4, 1.488],
    [8, 1.718],
    [30, 2.146],
    [720, 3.16],
  ])("of %i releases have a sum of squares of %f", (releases, sum) => {
    expect(growth(releases)).toBeCloseTo(sum, 3);
  });
});

describe("the sensitivity", () => {
  test.each([1, 2, 3, 4, 5, 8, 13, 30])(
    "of %i releases is the most that any history tells",
    (T) => {
      expect(sensitivity(T)).toBeCloseTo(most(T, false), 10);
    },
  );

  test.each([1, 2, 3, 4, 7])(
    "of %i milestones is the most that any move between groups tells",
    (T) => {
      expect(sensitivity(T, "groups")).toBeCloseTo(most(T, true), 10);
    },
  );

  test("is the constants that are written down", () => {
    const written = [1, 2, 4, 30].map((releases) => sensitivity(releases).toFixed(3));
    expect(written).toEqual(["1.000", "2.250", "2.926", "4.907"]);
    const groups = [1, 2, 3].map((milestones) => sensitivity(milestones, "groups").toFixed(3));
    expect(groups).toEqual(["1.000", "2.250", "3.516"]);
  });

  test("of a year of hours is found in time, and has grown with the logarithm only", () => {
    expect(sensitivity(8_760)).toBeLessThan(11);
  });
});

const RELEASES = 6;
const consultation = { ...definition(), about: definition().about.slice(0, 1) };
const plan = countingPlan({
  ...consultation,
  recommendations: consultation.recommendations.slice(0, 1),
});

/** Any ballot: versions at any releases, in either panel, of any group, perhaps withdrawn. */
const anyone: fc.Arbitrary<Person> = fc
  .record({
    versions: fc.array(
      fc.record({
        at: fc.integer({ min: 1, max: RELEASES }),
        ratings: fc.constantFrom("1", "3", "5", "n"),
        panel: fc.constantFrom("public" as const, "public" as const, "expert" as const),
        about: fc.constantFrom<Record<string, string>>(
          { region: "north" },
          { region: "south" },
          {},
        ),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    withdrawn: fc.option(fc.integer({ min: 2, max: RELEASES }), { nil: undefined }),
  })
  .map(({ versions, withdrawn }) => {
    const inOrder = versions.toSorted((a, b) => a.at - b.at);
    // An expert stays one (`ballot-decision.ts`).
    const since = inOrder.findIndex(({ panel }) => panel === "expert");
    return {
      versions: inOrder.map((one, place) => ({
        ...one,
        panel: since >= 0 && place >= since ? ("expert" as const) : ("public" as const),
      })),
      withdrawn,
    };
  });

/** The counts of every cell that a ballot was ever in, release after release. */
function cellsOf(
  person: Person,
  milestones: readonly number[],
): { rows: number[][]; groups: number[][] } {
  const turns = countsOf([person], plan, RELEASES, milestones);
  const told = turns.flatMap(({ segments }) => (segments === undefined ? [] : [segments]));
  const seriesOf = (cells: readonly Int32Array[]) =>
    BINS.map((_, bin) => cells.map((bins) => bins[bin]!));
  const everyone = (["public", "expert"] as const).flatMap((panel) =>
    seriesOf(turns.map(({ cells }) => cells[panel].bins)),
  );
  const groups = plan.segments
    .map(segmentKey)
    .flatMap((key) => seriesOf(told.map((one) => one[key]!.bins)));
  const used = (series: number[][]) => series.filter((one) => one.some((count) => count !== 0));
  return { rows: used(everyone), groups: used(groups) };
}

describe("whatever is done with one ballot, through the rules of versions and the real counting", () => {
  test("each count it touches goes by one of the patterns that the noise allows for", () => {
    const allowed = new Set<string>();
    for (const cells of histories(RELEASES, false)) {
      for (const counts of cells) allowed.add(String(counts));
    }
    fc.assert(
      fc.property(anyone, (person) => {
        for (const counts of cellsOf(person, []).rows) expect(allowed).toContain(String(counts));
      }),
      { numRuns: 1_000 },
    );
  });

  test("its groups, all together, tell no more than the noise of milestones allows for", () => {
    const milestones = [2, 4, RELEASES];
    fc.assert(
      fc.property(anyone, (person) => {
        const all = cellsOf(person, milestones).groups.map(told);
        const sum = all.reduce((one, other) => one + other, 0);
        expect(sum).toBeLessThanOrEqual(sensitivity(milestones.length, "groups") + 1e-9);
      }),
      { numRuns: 1_000 },
    );
  });
});
