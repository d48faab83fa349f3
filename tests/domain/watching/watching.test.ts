import { describe, expect, test } from "vitest";
import { populationGaps } from "../../../domain/watching/gaps.ts";
import { countingHealth } from "../../../domain/watching/health.ts";
import { history, largestCount, lastOfEachDay } from "../../../domain/watching/history.ts";
import { outlook } from "../../../domain/watching/outlook.ts";

const NOW = new Date("2026-11-24T12:00:00Z");

describe("gaps against the population", () => {
  const population = { almaty: 0.2, astana: 0.1, other: 0.7 };

  test("compare shares over the same options", () => {
    const gaps = populationGaps(
      [
        { option: "almaty", ballots: 50 },
        { option: "astana", ballots: 10 },
        { option: "other", ballots: 40 },
        { option: "not-said", ballots: 30 },
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
        { option: "almaty", ballots: 20 },
        { option: "astana", ballots: null },
        { option: "other", ballots: 70 },
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

  test("are none where nothing is shown or known", () => {
    expect(populationGaps([], population)).toEqual([]);
    expect(populationGaps([{ option: "x", ballots: 20 }], {})).toEqual([]);
    expect(populationGaps([{ option: "almaty", ballots: 0 }], population)[0]!.share).toBeNull();
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
    expect(outlook(closesAt, undefined, NOW)).toEqual({
      phase,
      daysLeft,
      experts: null,
      final: false,
    });
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
