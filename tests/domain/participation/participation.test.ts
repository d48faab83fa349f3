import { describe, expect, test } from "vitest";
import { populationGaps } from "../../../domain/participation/gaps.ts";
import { countingHealth } from "../../../domain/participation/health.ts";
import { history, largestCount, lastOfEachDay } from "../../../domain/participation/history.ts";
import { doors } from "../../../domain/participation/doors.ts";
import { outlook } from "../../../domain/participation/outlook.ts";
import type { Release } from "../../../domain/release/schema.ts";

const NOW = new Date("2026-11-24T12:00:00Z");

describe("gaps against the population", () => {
  const population = { almaty: 0.2, astana: 0.1, other: 0.7 };

  test("compare shares over the same options", () => {
    const gaps = populationGaps(
      [
        { option: "almaty", participation: 50 },
        { option: "astana", participation: 10 },
        { option: "other", participation: 40 },
        { option: "not-said", participation: 30 },
      ],
      population,
    );
    expect(gaps.map(({ option, under }) => [option, under])).toEqual([
      ["almaty", false],
      ["astana", false],
      ["other", true],
    ]);
    expect(gaps[0]!.ratio).toBeCloseTo(2.5);
    expect(gaps[2]!.ratio).toBeCloseTo(4 / 7);
  });

  test("leave a hidden group out of both sides, so that it bends no other one's share", () => {
    const gaps = populationGaps(
      [
        { option: "almaty", participation: 20 },
        { option: "astana", participation: null },
        { option: "other", participation: 70 },
      ],
      population,
    );
    expect(gaps[0]).toMatchObject({ under: false, ratio: expect.closeTo(1) as number });
    expect(gaps[1]).toEqual({
      option: "astana",
      share: null,
      population: 0.1,
      ratio: null,
      under: false,
    });
  });

  test("count what noise took below nobody as nobody", () => {
    const gaps = populationGaps(
      [
        { option: "almaty", participation: -3 },
        { option: "astana", participation: 10 },
        { option: "other", participation: 90 },
      ],
      population,
    );
    expect(gaps[0]).toMatchObject({ share: 0, ratio: 0, under: true });
    expect(gaps[2]!.share).toBeCloseTo(0.9);
  });

  test("are none where nothing is shown or known", () => {
    expect(populationGaps([], population)).toEqual([]);
    expect(populationGaps([{ option: "x", participation: 20 }], {})).toEqual([]);
    expect(
      populationGaps([{ option: "almaty", participation: 0 }], population)[0]!.share,
    ).toBeNull();
  });
});

describe("over time", () => {
  test("the last release of each day, the newest days of many", () => {
    const releases = [5, 4, 3, 2, 1].map((release) => ({
      release,
      releasedAt: `2026-11-2${Math.ceil(release / 2)}T0${release}:00:00Z`,
    }));
    expect(lastOfEachDay(releases, 10)).toEqual([5, 4, 2]);
    expect(lastOfEachDay(releases, 2)).toEqual([5, 4]);
  });

  test("says of each day what was published, hidden counts too", () => {
    const days = history([
      { release: 2, releasedAt: "2026-11-22T01:00:00Z", ballots: { public: 40, expert: null } },
      { release: 1, releasedAt: "2026-11-21T01:00:00Z", ballots: { public: 10, expert: null } },
    ]);
    expect(days.map(({ day }) => day)).toEqual(["2026-11-21", "2026-11-22"]);
    expect(days[1]!.ballots).toEqual({ public: 40, expert: null });
    expect(largestCount(days)).toBe(40);
    expect(largestCount([])).toBe(0);
  });
});

describe("what is next", () => {
  test.each([
    [undefined, "open", undefined],
    ["2026-11-27T12:00:00Z", "open", 3],
    ["2026-11-27T12:00:01Z", "open", 4],
    ["2026-11-24T20:00:00Z", "last-day", 1],
    ["2026-11-24T12:00:00Z", "closed", 0],
    ["2026-11-01T12:00:00Z", "closed", 0],
  ])("with an end at %s it is %s, %s days left", (closesAt, phase, daysLeft) => {
    expect(outlook({ release: { every: "week" }, closesAt }, undefined, NOW)).toEqual({
      phase,
      daysLeft,
      experts: null,
      final: false,
      nextRelease: undefined,
    });
  });

  const opensAt = "2026-11-20T09:00:00Z";
  test.each([
    ["hour", undefined, "2026-11-24T13:00:00.000Z"],
    ["day", undefined, "2026-11-25T09:00:00.000Z"],
    ["week", undefined, "2026-11-27T09:00:00.000Z"],
    ["week", "2026-11-27T09:00:00Z", undefined],
    ["week", "2026-11-27T09:00:01Z", "2026-11-27T09:00:00.000Z"],
    ["close", undefined, undefined],
  ] as const)("a release each %s, closing at %s: the next at %s", (every, closesAt, next) => {
    const { nextRelease } = outlook({ release: { every }, opensAt, closesAt }, undefined, NOW);
    expect(nextRelease?.toISOString()).toBe(next);
  });

  test("goes by the plan that the newest release tells, and not by what a definition says now", () => {
    const newest = {
      method: 2,
      final: false,
      ballots: { public: 40, expert: 7 },
      rules: {
        schedule: { every: "day", startsAt: "2026-11-01T20:00:00Z", turn: 22, releases: 40 },
      },
    } as Release;
    const ahead = outlook({ release: { every: "day" }, opensAt }, newest, NOW);
    expect(ahead).toMatchObject({ experts: 7, final: false });
    expect(ahead.nextRelease?.toISOString()).toBe("2026-11-24T20:00:00.000Z");
    // It closes earlier than was planned.
    const closesAt = "2026-11-24T20:00:00Z";
    const closing = outlook({ release: { every: "day" }, opensAt, closesAt }, newest, NOW);
    expect(closing.nextRelease).toBeUndefined();
  });
});

describe("how the counting fares", () => {
  const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);
  test.each([
    [undefined, false, "never-read"],
    [ago(1), false, "up-to-date"],
    [ago(5), false, "up-to-date"],
    [ago(6), false, "behind"],
    [ago(1), true, "stopped"],
    [new Date(NOW.getTime() + 60_000), false, "up-to-date"],
  ])("read to the end %s, stopped %s: %s", (pass, stopped, state) => {
    expect(countingHealth(pass, stopped, undefined, NOW).state).toBe(state);
  });

  test("tells whether the last recount agreed", () => {
    const at = "2026-11-24T03:00:00Z";
    const told = (differences: number) =>
      countingHealth(NOW, false, { at, differences }, NOW).recount;
    expect(told(0)).toEqual({ at, agreed: true });
    expect(told(2)).toEqual({ at, agreed: false });
  });
});

describe("how many came by which door", () => {
  const told = (counts: Record<string, number | null>, question = "channel") => ({
    ballots: { public: 100, expert: 12 },
    segments: Object.entries(counts).map(([option, participation]) => ({
      question,
      option,
      participation,
    })) as Release["segments"],
  });
  const counts = (release: ReturnType<typeof told>) =>
    Object.fromEntries(doors(release).map(({ door, ballots }) => [door, ballots]));

  test("is added up from measured counts, of which some may be below zero", () => {
    expect(counts(told({ paper: 30, union: -2, "not-said": 61 }))).toEqual({
      "without-link": 61,
      "by-link": 28,
      expert: 12,
    });
  });

  test("is never less than nobody", () => {
    expect(counts(told({ paper: 1, union: -2, "not-said": -1 }))).toMatchObject({
      "without-link": 0,
      "by-link": 0,
    });
  });

  test("is not told by a release of an earlier method, nor without channels", () => {
    const none = { "without-link": null, "by-link": null };
    expect(counts(told({ paper: null, "not-said": null }))).toMatchObject(none);
    expect(counts(told({ north: 10 }, "region"))).toMatchObject(none);
  });
});
