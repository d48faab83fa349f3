import { describe, expect, test } from "vitest";
import { dayIn } from "../../../domain/consultation/time-zone.ts";
import {
  nextRelease,
  releaseDue,
  type ReleasePlan,
  releasePlan,
} from "../../../domain/disclosure/schedule.ts";

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const OPENS = "2026-11-02T09:00:00.000Z";
const CLOSES = "2026-11-16T09:00:00.000Z";
const counted = { isNew: true, countedUntil: new Date("2100-01-01") };
const at = (ms: number) => new Date(Date.parse(OPENS) + ms);

/** Runs a schedule by the hour on a clock that shows what `shown` makes of the time; the turns, and when by the true time. */
function run(plan: ReleasePlan, hours: number, shown: (hour: number) => number) {
  const made: { turn: number; hour: number; releasedAt: string; final: boolean }[] = [];
  for (let hour = 0; hour <= hours; hour++) {
    const now = at(shown(hour) * HOUR);
    const due = releaseDue(plan, CLOSES, made.at(-1), now, { ...counted, countedUntil: now });
    if ("turn" in due) made.push({ ...due, hour, releasedAt: now.toISOString() });
  }
  return made;
}

describe("a clock that is a day ahead for five hours, and set right", () => {
  const plan = releasePlan("hour", OPENS, CLOSES);
  const made = run(plan, 60, (hour) => (hour >= 10 && hour < 15 ? hour + 24 : hour));

  test("holds up no release: there is one in every hour after it", () => {
    expect(made.map(({ hour }) => hour)).toEqual(
      Array.from({ length: 60 }, (_, place) => place + 1),
    );
  });

  test("and no place in the plan is taken twice", () => {
    const turns = made.map(({ turn }) => turn);
    expect(new Set(turns).size).toBe(turns.length);
    expect(turns).toEqual(turns.toSorted((a, b) => a - b));
    expect(turns.at(-1)).toBeLessThan(plan.releases);
  });
});

test("a clock that is a day behind and set right loses no more than the hours it was behind", () => {
  const plan = releasePlan("hour", OPENS, CLOSES);
  const made = run(plan, 60, (hour) => (hour >= 30 && hour < 35 ? hour - 24 : hour));
  expect(made.map(({ hour }) => hour).filter((hour) => hour > 35)).toHaveLength(25);
  const turns = made.map(({ turn }) => turn);
  expect(new Set(turns).size).toBe(turns.length);
});

describe("a demonstration's release that is dated ahead", () => {
  const plan = releasePlan("demonstration", OPENS);
  const due = (ahead: number) => {
    const previous = { turn: 3, final: false, releasedAt: at(DAY + ahead).toISOString() };
    return releaseDue(plan, undefined, previous, at(DAY), counted);
  };
  test("by a day is not waited for", () => {
    expect(due(DAY)).toEqual({ turn: 4, final: false });
  });
  test("by less than a minute is, as clocks of machines differ", () => {
    expect(due(59_000)).toEqual({ wait: "too-soon" });
    expect(due(-59_000)).toEqual({ wait: "too-soon" });
  });
});

test("the last release waits for a pass that is not dated ahead", () => {
  const plan = releasePlan("week", OPENS, CLOSES);
  const now = new Date(Date.parse(CLOSES) + 2 * 60_000);
  const due = (countedUntil: Date) =>
    releaseDue(plan, CLOSES, undefined, now, { isNew: true, countedUntil });
  expect(due(new Date(+now + DAY))).toEqual({ wait: "still-counting" });
  expect(due(now)).toEqual({ turn: plan.releases, final: true });
});

test("a plan over 29 February and one beyond 2038 have a release for each day", () => {
  const days = (from: string, many: number) => {
    const plan = releasePlan("day", from, new Date(Date.parse(from) + many * DAY).toISOString());
    return Array.from({ length: plan.releases - 1 }, (_, turn) =>
      nextRelease(plan, turn)!.toISOString().slice(0, 10),
    );
  };
  expect(days("2028-02-27T09:00:00Z", 4)).toEqual(["2028-02-28", "2028-02-29", "2028-03-01"]);
  expect(days("2038-01-18T00:00:00Z", 3)).toEqual(["2038-01-19", "2038-01-20"]);
});

test("a period is as long when summer time begins or ends; each day of the zone has its release", () => {
  for (const from of ["2027-03-26T10:30:00Z", "2027-10-29T10:30:00Z"]) {
    const plan = releasePlan("day", from);
    const due = [0, 1, 2, 3].map((turn) => nextRelease(plan, turn)!);
    expect(due.map((one) => +one - Date.parse(from))).toEqual([DAY, 2 * DAY, 3 * DAY, 4 * DAY]);
    expect(new Set(due.map((one) => dayIn("Europe/Berlin", one))).size).toBe(4);
  }
});
