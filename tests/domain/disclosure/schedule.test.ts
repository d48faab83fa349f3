import { describe, expect, test } from "vitest";
import type { Schedule } from "../../../domain/disclosure/policy.ts";
import {
  hasClosed,
  milestoneDue,
  nextRelease,
  phaseAt,
  releaseDue,
  releasePlan,
} from "../../../domain/disclosure/schedule.ts";

const OPENS = "2026-12-01T06:00:00.000Z";
const CLOSES = "2026-12-31T18:00:00.000Z";
const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];
const after = (ms: number, from = OPENS) => new Date(Date.parse(from) + ms);

test.each([
  ["2026-12-30T17:59:59.999Z", "open"],
  ["2026-12-30T18:00:00Z", "last-day"],
  ["2026-12-31T17:59:59.999Z", "last-day"],
  ["2026-12-31T18:00:00Z", "closed"],
])("at %s a consultation is %s", (moment, phase) => {
  expect(phaseAt(CLOSES, new Date(moment))).toBe(phase);
  expect(phaseAt(undefined, new Date(moment))).toBe("open");
  expect(hasClosed({ closesAt: CLOSES }, new Date(moment))).toBe(phase === "closed");
});

describe("a plan", () => {
  // Open for thirty days and a half.
  test.each<[Schedule, number]>([
    ["close", 1],
    // Four whole weeks, and the last.
    ["week", 5],
    ["day", 31],
    ["hour", 732],
    ["demonstration", 1],
  ])("by %s has so many releases: %i", (every, releases) => {
    const plan = releasePlan(every, OPENS, CLOSES);
    expect(plan).toEqual({ every, startsAt: OPENS, releases });
  });

  test("has none at the very end, where the last one follows a minute later", () => {
    expect(releasePlan("day", OPENS, after(2 * DAY).toISOString()).releases).toBe(2);
    expect(releasePlan("day", OPENS, after(2 * DAY + 1).toISOString()).releases).toBe(3);
    expect(releasePlan("week", OPENS, after(HOUR).toISOString()).releases).toBe(1);
  });

  test("without an end has as many as a year has", () => {
    const releases = (every: Schedule) => releasePlan(every, OPENS).releases;
    expect(["close", "week", "day", "hour"].map((every) => releases(every as Schedule))).toEqual([
      1, 53, 365, 8_760,
    ]);
  });
});

interface Asked {
  every?: Schedule;
  closesAt?: string | undefined;
  previous?: { turn: number; final: boolean; releasedAt: string };
  countedUntil?: Date;
  isNew?: boolean;
}
const due = (at: Date, asked: Asked = {}) => {
  const { every = "day", previous, countedUntil, isNew = false } = asked;
  const closesAt = "closesAt" in asked ? asked.closesAt : CLOSES;
  const plan = releasePlan(every, OPENS, CLOSES);
  return releaseDue(plan, closesAt, previous, at, { countedUntil, isNew });
};
const made = (turn: number, final = false) => ({ turn, final, releasedAt: OPENS });

describe("a release is due", () => {
  test.each<[Schedule, number]>([
    ["hour", HOUR],
    ["day", DAY],
    ["week", 7 * DAY],
  ])("by %s at the end of each period, and not before", (every, period) => {
    for (const turn of [1, 2, 3, 4]) {
      const previous = made(turn - 1);
      expect(due(after(turn * period - 1), { every, previous })).toEqual({ wait: "too-soon" });
      expect(due(after(turn * period), { every, previous })).toEqual({ turn, final: false });
      expect(due(after(turn * period), { every, previous: made(turn) })).toEqual({
        wait: "too-soon",
      });
    }
  });

  test("whether or not anything is new", () => {
    expect(due(after(DAY), { isNew: true })).toEqual(due(after(DAY), { isNew: false }));
  });

  test("at its own place, when times were missed: those stay missed", () => {
    expect(due(after(5.7 * DAY), { previous: made(1) })).toEqual({ turn: 5, final: false });
    expect(due(after(5.9 * DAY), { previous: made(5) })).toEqual({ wait: "too-soon" });
  });

  test("never while answers come in, where results are published after closing", () => {
    for (const days of [1, 10, 30.49]) {
      expect(due(after(days * DAY), { every: "close" })).toEqual({ wait: "too-soon" });
    }
  });

  test("after closing once, as the last of the plan, when everything was counted", () => {
    const counted = (seconds: number) => ({ countedUntil: after(seconds * 1_000, CLOSES) });
    const at = after(90_000, CLOSES);
    expect(due(at)).toEqual({ wait: "still-counting" });
    expect(due(at, counted(59))).toEqual({ wait: "still-counting" });
    for (const [every, turn] of [
      ["close", 1],
      ["week", 5],
      ["day", 31],
      ["hour", 732],
    ] as const) {
      expect(due(at, { every, previous: made(0), ...counted(60) })).toEqual({ turn, final: true });
      const last = { every, previous: made(turn, true), ...counted(60) };
      expect(due(after(400 * DAY), last)).toEqual({ wait: "closed" });
    }
  });

  test("as the last of the plan also when it closes early", () => {
    const closesAt = after(3 * DAY).toISOString();
    const countedUntil = after(3 * DAY + MINUTE);
    const asked = { closesAt, previous: made(2), countedUntil };
    expect(due(after(3 * DAY + MINUTE), asked)).toEqual({ turn: 31, final: true });
  });

  test("no more often than planned when it closes late, or never", () => {
    for (const closesAt of [after(60 * DAY).toISOString(), undefined]) {
      expect(due(after(30 * DAY), { closesAt, previous: made(29) })).toMatchObject({ turn: 30 });
      expect(due(after(31 * DAY), { closesAt, previous: made(30) })).toEqual({ wait: "too-soon" });
      expect(due(after(45 * DAY), { closesAt, previous: made(30) })).toEqual({ wait: "too-soon" });
    }
    const closesAt = after(60 * DAY).toISOString();
    const countedUntil = after(61 * DAY);
    const asked = { closesAt, previous: made(30), countedUntil };
    expect(due(after(61 * DAY), asked)).toEqual({ turn: 31, final: true });
  });

  test("after one of an earlier method at the place where the clock stands", () => {
    expect(due(after(4.2 * DAY), { previous: made(0) })).toEqual({ turn: 4, final: false });
  });
});

describe("a demonstration", () => {
  const every = "demonstration";
  const one = { turn: 7, final: false, releasedAt: after(DAY).toISOString() };

  test("publishes at once when there is anything, then once a minute when there is anything new", () => {
    expect(due(after(1), { every, isNew: true })).toEqual({ turn: 1, final: false });
    expect(due(after(1), { every })).toEqual({ wait: "nothing-new" });
    const soon = after(DAY + MINUTE - 1);
    expect(due(soon, { every, previous: one, isNew: true })).toEqual({ wait: "too-soon" });
    const then = after(DAY + MINUTE);
    expect(due(then, { every, previous: one })).toEqual({ wait: "nothing-new" });
    expect(due(then, { every, previous: one, isNew: true })).toEqual({ turn: 8, final: false });
  });

  test("ends like any other, if it has an end, and goes on for years if not", () => {
    const countedUntil = after(MINUTE, CLOSES);
    const last = due(countedUntil, { every, previous: one, countedUntil });
    expect(last).toEqual({ turn: 8, final: true });
    const late = { every, previous: one, isNew: true, closesAt: undefined } as const;
    expect(due(after(900 * DAY), late)).toEqual({ turn: 8, final: false });
  });
});

describe("the next release", () => {
  test("is told by the plan, until only the one after closing is left", () => {
    const plan = releasePlan("week", OPENS, CLOSES);
    expect(nextRelease(plan, 0)).toEqual(after(7 * DAY));
    expect(nextRelease(plan, 3)).toEqual(after(28 * DAY));
    expect(nextRelease(plan, 4)).toBeUndefined();
    expect(nextRelease(releasePlan("close", OPENS, CLOSES), 0)).toBeUndefined();
  });
});

describe("groups are told", () => {
  const days = [after(5 * DAY).toISOString(), after(10 * DAY).toISOString()];
  const live = { turn: 1, final: false };

  test.each([
    ["before the first day", 4.9, 0, undefined],
    ["on the first day", 5, 0, 1],
    ["again on the same day", 5.1, 1, undefined],
    ["on the second day", 10, 1, 2],
    ["when both days were missed, once", 11, 0, 2],
    ["after the last day", 20, 2, undefined],
  ])("%s", (_, at, previous, told) => {
    expect(milestoneDue(days, live, previous, after(at * DAY))).toBe(told);
  });

  test("after closing always, as the last of all", () => {
    const final = { turn: 31, final: true };
    expect(milestoneDue(days, final, 1, after(31 * DAY))).toBe(3);
    expect(milestoneDue([], final, 0, after(31 * DAY))).toBe(1);
    expect(milestoneDue([], live, 0, after(1 * DAY))).toBeUndefined();
  });
});
