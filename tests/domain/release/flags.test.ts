import { describe, expect, test } from "vitest";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import { emptyFlagCounts, type FlagCounts } from "../../../domain/flags/counts.ts";
import { releaseText } from "../../../domain/release/release.ts";
import { sha256 } from "../../../functions/secrets.ts";
import { mean } from "../../../domain/statistics/histogram.ts";
import { definition } from "../consultation/definition.ts";
import { catalogue, cellOf, type Given, make, QUIET, START } from "../counted.ts";

const DAYS = ["2026-12-01T10:00:00.000Z", "2026-12-15T10:00:00.000Z"];
const flagged: Consultation = { ...catalogue, release: { every: "week", flags: 10 } };
const [template] = definition().recommendations;
/** As many recommendations as rows take, so that there are copies. */
const long: Consultation = {
  ...flagged,
  recommendations: Array.from({ length: 18 }, (_, at) => ({ ...template!, code: `K${at + 1}` })),
};

/** The rows of 18 recommendations that differ in what people like. */
const rowsOf = (people: number) =>
  Array.from({ length: 18 }, (_, at) => {
    const high = 0.2 + 0.02 * at;
    return [0.1, 0.2, 0.5 - high / 2, 0.2, high / 2, 0, 0].map((share) => share * people);
  }).map((row) => row.map(Math.round));

/** A campaign of one row that pushes the last to the first, of which so many are beyond what may be. */
const ROW = "555551111122221111";
function campaign(copies: number): { cells: NonNullable<Given["cells"]>; flags: FlagCounts } {
  const rows = rowsOf(3_000);
  for (const [at, point] of [...ROW].entries()) rows[at]![Number(point) - 1]! += copies;
  return {
    cells: { public: cellOf(rows) },
    flags: { ...emptyFlagCounts(18), rows: new Map([[ROW, copies]]) },
  };
}
const told = (given: Given) => make({ definition: long, final: true, turn: 6, ...given });

describe("flagged ballots in a release", () => {
  test("stand in none whose definition sets nothing aside, even where they were counted", () => {
    const release = make({ final: true, turn: 6, flags: emptyFlagCounts(3) });
    expect(Object.keys(release)).not.toContain("flags");
    expect(Object.keys(release.rules)).not.toContain("flags");
  });

  test("carry noise that covers a whole ballot of each, in each of their tellings", () => {
    const sigma = 2.5 * Math.sqrt((3 + 4) / 0.1);
    const of = (release: Consultation["release"]) =>
      make({
        definition: { ...flagged, release },
        final: true,
        turn: 6,
        flags: emptyFlagCounts(3),
      }).flags!.deviation.flagged;
    expect(of({ every: "week", flags: 10 })).toBeCloseTo(sigma, 3);
    expect(of({ every: "week", flags: 10, groupsAt: DAYS })).toBeCloseTo(sigma * Math.sqrt(3), 3);
    expect(of({ every: "week", flags: 20 })).toBeCloseTo(sigma / Math.SQRT2, 3);
    const drawn: number[] = [];
    for (let seed = 0; seed < 60; seed++) {
      const { flags } = told({ flags: emptyFlagCounts(18), seed });
      drawn.push(...flags!.recommendations.flatMap((one) => one.flagged));
      drawn.push(...Object.values(flags!.counts).map(({ measured }) => measured!));
    }
    const spread = Math.sqrt(drawn.reduce((sum, one) => sum + one * one, 0) / drawn.length);
    expect(spread / (2.5 * Math.sqrt(22 / 0.1))).toBeCloseTo(1, 1);
  });

  test("take their part of the budget from the ratings", () => {
    const { ratings } = make({ definition: flagged }).rules.protection;
    const without = make().rules.protection.ratings;
    expect((without.public / ratings.public) ** 2).toBeCloseTo(80 / 90, 3);
  });

  test("are told on the days of groups and after closing, each time with new noise, and repeated in between", () => {
    const definition: Consultation = {
      ...flagged,
      release: { every: "week", flags: 10, groupsAt: DAYS },
    };
    const flags = emptyFlagCounts(3);
    const kept = (given: Given) => {
      const release = make({ definition, ...given });
      return { release, hash: sha256(releaseText(release)) };
    };
    const before = kept({});
    expect(before.release.flags).toMatchObject({
      madeIn: null,
      counts: { clones: { measured: null, hidden: { measured: "before-milestone" } } },
      recommendations: [],
      difference: { verdict: null, hidden: { verdict: "before-milestone" } },
    });
    const first = kept({ flags, turn: 2, at: new Date(DAYS[0]!), previous: before });
    expect(first.release.rules.milestone).toEqual({ turn: 1, of: 3 });
    expect(first.release.flags!.madeIn).toBe(2);
    const between = kept({ turn: 3, at: new Date(DAYS[0]!), previous: first });
    expect(between.release.flags).toEqual(first.release.flags);
    const second = kept({ flags, turn: 4, at: new Date(DAYS[1]!), previous: between });
    expect(second.release.flags!.madeIn).toBe(4);
    const noise = [first, second].map(({ release }) => release.flags!.recommendations[0]!.flagged);
    expect(noise[0]).not.toEqual(noise[1]);
  });

  test("are copies beyond what the published counts allow, and no more than these are taken out", () => {
    const { cells, flags } = campaign(300);
    const release = told({ cells, flags, policy: QUIET });
    const { recommendations, counts } = release.flags!;
    const beyond = counts.clones.measured!;
    // 3,300 ballots: five of each row may be.
    expect(beyond).toBe(295);
    for (const [at, one] of recommendations.entries()) {
      expect(one.whole).toEqual(release.recommendations[at]!.panels.public.measured);
      expect(one.flagged[Number(ROW[at]) - 1]).toBe(295);
      expect(release.recommendations[at]!.panels.public).toMatchObject({ ...one.with, hidden: {} });
      const left = one.whole.slice(0, 5).map((count, point) => count - one.flagged[point]!);
      expect(one.without.mean).toBeCloseTo(mean(left)!, 2);
      expect(one.without.rated).toBe(left.reduce((sum, count) => sum + count, 0));
    }
    expect(release.flags!.flagged).toMatchObject({ measured: 295, share: 0.089 });
  });

  test("make results depend on them where they do, through the noise", () => {
    const { cells, flags } = campaign(600);
    let [found, covered, means] = [0, 0, 0];
    const truth = rowsOf(3_000);
    for (let seed = 0; seed < 40; seed++) {
      const { difference, recommendations } = told({ cells, flags, seed }).flags!;
      if (difference.verdict === "depends-on-flagged") found += 1;
      for (const [at, { without }] of recommendations.entries()) {
        const right = mean(truth[at]!.slice(0, 5))!;
        means += 1;
        if (without.interval![0] <= right && right <= without.interval![1]) covered += 1;
      }
    }
    expect(found).toBe(40);
    expect(covered / means).toBeGreaterThan(0.95);
  });

  test("are announced by noise alone in one release of a hundred at most", () => {
    const alarms = { verdict: 0, clear: 0 };
    const cells = { public: cellOf(rowsOf(1_000)) };
    for (let seed = 0; seed < 120; seed++) {
      const { difference, recommendations } = told({
        cells,
        flags: emptyFlagCounts(18),
        seed,
      }).flags!;
      expect(difference.verdict).not.toBe(null);
      if (difference.verdict === "depends-on-flagged") alarms.verdict += 1;
      if (recommendations.some(({ clear }) => clear)) alarms.clear += 1;
    }
    expect(Math.max(alarms.verdict, alarms.clear)).toBeLessThanOrEqual(2);
  });

  test("say nothing where noise drowns what is left, and of few people", () => {
    const { flags } = told({
      cells: { public: cellOf(rowsOf(60)) },
      flags: emptyFlagCounts(18),
    });
    expect(flags!.recommendations.every(({ without }) => without.mean === null)).toBe(true);
    expect(flags!.difference).toMatchObject({ verdict: null, moved: [], intoTopFive: [] });
    expect(flags!.flagged.share).toBe(null);
  });

  test("are the same bytes whenever they are made again", () => {
    const given = { ...campaign(100), at: START };
    expect(releaseText(told(given))).toBe(releaseText(told(structuredClone(given))));
  });
});
