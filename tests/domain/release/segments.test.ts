import { describe, expect, test } from "vitest";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import { BY_CHANNEL, BY_LANGUAGE } from "../../../domain/consultation/groupings.ts";
import type { Release } from "../../../domain/release/schema.ts";
import { total } from "../../../domain/statistics/histogram.ts";
import { type Cell, emptyCell } from "../../../domain/tally/cell.ts";
import { countingPlan, segmentKey } from "../../../domain/tally/plan.ts";
import { channelsOf } from "../consultation/channels.ts";
import { alike, catalogue, cellOf, type Given, kept, make, QUIET } from "../counted.ts";
import { definition } from "../consultation/definition.ts";

const consultation: Consultation = {
  ...catalogue,
  about: definition().about.slice(0, 1),
  countLanguages: true,
  channels: channelsOf("paper"),
  release: { every: "week", groupsAt: ["2026-12-05T00:00:00Z"] },
};
const plan = countingPlan(consultation);

/** Counts of every segment: those that are given, and none in the others. */
const segmentsOf = (some: Record<string, Cell>): Record<string, Cell> => ({
  ...Object.fromEntries(plan.segments.map((one) => [segmentKey(one), emptyCell(3)])),
  ...some,
});
const NORTH = { "region=north": alike(0, 0, 10, 40, 30, 5, 5) };
const MILESTONE = new Date("2026-12-08T10:00:00Z");
const told = (more: Given = {}) => ({
  definition: consultation,
  cells: { public: alike(0, 0, 10, 40, 30, 5, 5) },
  segments: segmentsOf(NORTH),
  participation: { "region=north": 90 },
  turn: 2,
  at: MILESTONE,
  ...more,
});
const of = (release: Release, key: string) =>
  release.segments.find((one) => segmentKey(one) === key)!;

describe("the groups of a release", () => {
  test("are those of the definition, in its order, languages and channels with them", () => {
    const { segments } = make(told());
    expect(segments.map(segmentKey)).toEqual([
      ...["north", "south", "not-said"].map((option) => `region=${option}`),
      ...["en", "ru", "kk"].map((option) => `${BY_LANGUAGE}=${option}`),
      ...["paper", "not-said"].map((option) => `${BY_CHANNEL}=${option}`),
    ]);
  });

  test("tell how many, and of each recommendation mean, rank and high share, at a milestone", () => {
    const release = make(told({ policy: QUIET }));
    expect(release.rules.milestone).toEqual({ turn: 1, of: 2 });
    const north = of(release, "region=north");
    expect(north).toMatchObject({ participation: 90, ballots: 90, madeIn: 1, ranked: 3 });
    expect(north.recommendations[0]).toEqual({
      code: "W1",
      measured: [0, 0, 10, 40, 30, 5, 5],
      rated: 80,
      mean: 4.3,
      interval: [4, 4.4],
      rank: 1,
      highShare: 0.88,
      highInterval: [0.78, 0.94],
      hidden: {},
    });
    const south = of(release, "region=south");
    expect(south).toMatchObject({ ballots: null, hidden: { ballots: "below-base" } });
    expect(south.recommendations[0]).toMatchObject({ measured: [0, 0, 0, 0, 0, 0, 0], mean: null });
  });

  test("carry noise by their own part of the budget, empty ones like all others", () => {
    const release = make(told());
    const { groups, ratings } = release.rules.protection;
    expect(groups!).toBeGreaterThan(ratings.public);
    const empty = release.segments.filter(({ option }) => option !== "north");
    const noise = empty.flatMap((one) => one.recommendations.flatMap(({ measured }) => measured));
    expect(noise).toHaveLength(7 * 3 * 7);
    const spread = Math.sqrt(total(noise.map((one) => one * one)) / noise.length);
    expect(spread / groups!).toBeGreaterThan(0.7);
    expect(spread / groups!).toBeLessThan(1.3);
  });

  test("are not told before the first day for them, but how many took part is, with noise", () => {
    const at = new Date("2026-12-04T23:59:59Z");
    const release = make({ ...told({ at, turn: 1 }), segments: segmentsOf(NORTH) });
    expect(release.rules.milestone).toEqual({ turn: 0, of: 2 });
    const north = of(release, "region=north");
    expect(north).toMatchObject({ madeIn: null, hidden: { ballots: "before-milestone" } });
    expect(north.recommendations[0]).toMatchObject({ measured: [], mean: null });
    expect(Math.abs(north.participation! - 90)).toBeLessThan(
      6 * release.rules.protection.participation,
    );
  });

  test("are repeated to the letter until the next day for them", () => {
    const first = kept(told());
    const later = told({ previous: first, turn: 3, at: new Date("2026-12-15T10:00:00Z") });
    const next = make({ ...later, segments: segmentsOf({ "region=north": alike(99) }) });
    expect(next.rules.milestone).toEqual({ turn: 1, of: 2 });
    next.segments.forEach((segment, place) => {
      const before = first.release.segments[place]!;
      expect({ ...segment, participation: 0 }).toEqual({ ...before, participation: 0 });
    });
    expect(next.segments.map(({ participation }) => participation)).not.toEqual(
      first.release.segments.map(({ participation }) => participation),
    );
    const final = make({ ...later, previous: first, turn: 6, final: true });
    expect(final.rules.milestone).toEqual({ turn: 2, of: 2 });
    expect(of(final, "region=north")).toMatchObject({ madeIn: 2 });
  });

  test("of a demonstration are made anew in every release", () => {
    const demonstration = { ...consultation, release: { every: "demonstration" as const } };
    const first = kept(told({ definition: demonstration, turn: 1 }));
    const next = make(told({ definition: demonstration, turn: 2, previous: first }));
    expect(of(next, "region=north")).toMatchObject({ madeIn: 2 });
    expect(of(next, "region=north").recommendations).not.toEqual(
      of(first.release, "region=north").recommendations,
    );
  });

  test("are never told where no part of the budget is theirs, among people at risk unless it is set aside", () => {
    const atRisk = { ...consultation, disclosure: "at-risk" as const };
    const final = { turn: 6, final: true };
    const none = make(told({ definition: atRisk, ...final }));
    expect(none.rules.protection.groups).toBeNull();
    for (const segment of none.segments) {
      expect(segment).toMatchObject({ madeIn: null, hidden: { ballots: "no-budget" } });
    }
    const some = { ...atRisk, release: { every: "week" as const, groups: 30 } };
    const made = make(told({ definition: some, ...final }));
    expect(of(made, "region=north").madeIn).toBe(1);
    // What groups get is taken from the whole, whose noise is wider then.
    expect(made.rules.protection.ratings.public).toBeGreaterThan(
      none.rules.protection.ratings.public,
    );
    const never = { ...consultation, release: { every: "week" as const, groups: 0 } };
    expect(make(told({ definition: never, ...final })).rules.protection.groups).toBeNull();
  });

  test("rank among the recommendations that have a mean in the group", () => {
    const cells = cellOf([
      [0, 0, 0, 10, 0],
      [0, 0, 0, 0, 9, 1],
      [0, 0, 5, 5],
    ]);
    const release = make(told({ segments: segmentsOf({ "region=north": cells }), policy: QUIET }));
    const north = of(release, "region=north");
    expect(north.ranked).toBe(2);
    expect(north.recommendations.map(({ rank }) => rank)).toEqual([1, null, 2]);
    expect(north.recommendations[1]!.hidden["rank"]).toBe("below-base");
  });
});
