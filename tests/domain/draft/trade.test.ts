import { describe, expect, test } from "vitest";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import { POLICIES, type Schedule } from "../../../domain/disclosure/policy.ts";
import { releasePlan } from "../../../domain/disclosure/schedule.ts";
import { draftOf } from "../../../domain/draft/draft-of.ts";
import { emptyDraft } from "../../../domain/draft/draft.ts";
import { AT_RATINGS, groupTrade, rulesOf, trades } from "../../../domain/draft/trade.ts";
import { makeRelease } from "../../../domain/release/release.ts";
import { countingPlan } from "../../../domain/tally/plan.ts";
import { emptyTally } from "../../../domain/tally/tally.ts";
import { definition } from "../consultation/definition.ts";

const OPENS = "2026-11-01T00:00:00Z";
const CLOSES = "2026-12-01T00:00:00Z";
const NOW = new Date("2026-06-01T00:00:00Z");

const whole = (more: Partial<Consultation> = {}): Consultation => ({
  ...definition(),
  opensAt: OPENS,
  closesAt: CLOSES,
  ...more,
});
const tradesOf = (consultation: Consultation, now = NOW) =>
  Object.fromEntries(
    trades(rulesOf(draftOf(consultation)), now).map((one) => [one.every, one]),
  ) as unknown as Record<Schedule, { points: number[]; times: number }>;

/** The last release of a consultation in which nobody took part, by the code that makes releases. */
function lastOf(consultation: Consultation) {
  const { release, opensAt, closesAt } = consultation;
  const plan = releasePlan(release.every, opensAt!, closesAt);
  const { cells, segments } = emptyTally(countingPlan(consultation));
  return makeRelease({
    definition: consultation,
    plan,
    due: { turn: plan.releases, final: true },
    cells,
    participation: segments,
    segments: undefined,
    previous: undefined,
    simulated: false,
    at: new Date(closesAt!),
    noise: (_, bytes) => new Uint8Array(bytes),
  });
}

/** 1.96·√(1.25 v)/n in percentage points, from a deviation as a release tells it. */
const pointsFrom = (deviation: number) =>
  AT_RATINGS.map((n) => (196 * Math.sqrt(1.25) * deviation) / n);

describe("what a schedule costs", () => {
  test.each(["close", "week", "day", "hour", "demonstration"] as const)(
    "is the noise of its last release: %s",
    (every) => {
      const consultation = whole({ release: { every } });
      const told = lastOf(consultation).rules;
      const { points, times } = tradesOf(consultation)[every];
      expect(times).toBe(told.schedule.releases);
      pointsFrom(told.protection.ratings.public).forEach((expected, place) => {
        expect(points[place]! / expected).toBeCloseTo(1, 3);
      });
    },
  );

  test("follows policy, experts, groups' share and how many ways there are to tell people apart", () => {
    const at = (more: Partial<Consultation>) => {
      const consultation = whole({ release: { every: "week" }, ...more });
      const expected = pointsFrom(lastOf(consultation).rules.protection.ratings.public)[0]!;
      const shown = tradesOf(consultation).week.points[0]!;
      expect(shown / expected).toBeCloseTo(1, 3);
      return shown;
    };
    const usual = at({});
    expect(at({ disclosure: "at-risk", release: { every: "week", groups: 30 } })).toBeCloseTo(
      2 * usual,
    );
    expect(at({ experts: "exact" })).toBe(usual);
    expect(at({ release: { every: "week", groups: 0 } })).toBeLessThan(usual);
    expect(at({ release: { every: "week", groups: 60 } })).toBeGreaterThan(usual);
    expect(at({ about: [] })).toBe(at({ release: { every: "week", groups: 0 } }));
  });

  test("is told of the schedules that the policy allows, and grows with how often they publish", () => {
    for (const disclosure of ["standard", "at-risk"] as const) {
      const { schedules } = POLICIES[disclosure];
      const told = trades(rulesOf(draftOf(whole({ disclosure }))), NOW);
      expect(told.map(({ every }) => every)).toEqual(schedules);
      const live = told.filter(({ every }) => every !== "demonstration");
      const points = live.map((one) => one.points[0]!);
      expect(points).toEqual(points.toSorted((a, b) => a - b));
      expect(live.map(({ times }) => times)).toEqual([1, 5, 30, 720].slice(0, live.length));
    }
  });

  test("is that of now, without a date of opening, and of a year without one of closing", () => {
    const { opensAt: _, ...noOpening } = whole();
    expect(tradesOf(noOpening, new Date("2026-11-24T00:00:00Z")).day.times).toBe(7);
    expect(tradesOf(noOpening, new Date("2027-11-24T00:00:00Z")).day.times).toBe(1);
    const { closesAt: __, ...noEnd } = whole();
    expect(tradesOf(noEnd).week.times).toBe(53);
  });

  test("of groups is the noise at their last publication", () => {
    const release = { every: "week" as const, groupsAt: ["2026-11-10T00:00:00Z"] };
    const consultation = whole({ release, countLanguages: true });
    // Days before closing were missed: closing is the second of two.
    const told = lastOf(consultation).rules;
    expect(told.milestone).toEqual({ turn: 0, of: 2 });
    const shown = groupTrade(rulesOf(draftOf(consultation)))!;
    expect(shown).toMatchObject({ times: 2, groupings: 3 });
    const one = groupTrade(rulesOf(draftOf(whole({ countLanguages: true }))))!;
    expect(one.points[0]).toBeLessThan(shown.points[0]!);
    const single = lastOf(whole({ countLanguages: true })).rules.protection.groups!;
    expect(one.points[0]! / pointsFrom(single)[0]!).toBeCloseTo(1, 3);
    expect(groupTrade(rulesOf(draftOf(whole({ disclosure: "at-risk" }))))).toBeUndefined();
  });

  test("of a draft in which anything may be missing or wrong is that of the usual rules", () => {
    const { fields } = emptyDraft("x", ["en"]);
    const usual = rulesOf({ fields });
    for (const wrong of [
      { "release.groups": "many" },
      { "release.groups": "61" },
      { closesAt: "soon" },
      { disclosure: "none" },
      { experts: "maybe" },
    ] as Record<string, string>[]) {
      expect(rulesOf({ fields: { ...fields, ...wrong } })).toEqual(usual);
    }
    const late = { ...fields, opensAt: CLOSES, closesAt: OPENS };
    for (const { points } of trades(rulesOf({ fields: late }), NOW)) {
      expect(points.every(Number.isFinite)).toBe(true);
    }
  });
});
