import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Calendar,
  calendarAt,
  type NewestRelease,
} from "../../../domain/consultation/calendar.ts";
import {
  type Life,
  NEW_LIFE,
  type PublishedConsultation,
  refusalAt,
} from "../../../domain/consultation/life.ts";
import { definition } from "./definition.ts";

const [OPENS, CLOSES] = ["2026-12-01T04:00:00.000Z", "2026-12-20T19:00:00.000Z"];
const DAY_BEFORE = "2026-12-19T19:00:00.000Z";
const LIVE: NewestRelease = { release: 3, releasedAt: OPENS, final: false, tells: true };
const LAST: NewestRelease = { release: 9, releasedAt: CLOSES, final: true, tells: true };

const of = (more: object = {}, life: Partial<Life> = {}): PublishedConsultation => ({
  definition: { ...definition(), opensAt: OPENS, closesAt: CLOSES, ...more },
  life: { ...NEW_LIFE, ...life },
});
const at = (
  moment: string,
  release?: NewestRelease,
  published: PublishedConsultation = of(),
): Calendar => calendarAt(published, release, new Date(moment));
const before = (iso: string) => new Date(Date.parse(iso) - 1).toISOString();

describe("a consultation by the calendar", () => {
  test("goes from scheduled to open, to its last day, to being counted, to final", () => {
    const steps = [
      [before(OPENS), undefined, "scheduled", "none", OPENS, false],
      [OPENS, undefined, "open", "none", DAY_BEFORE, true],
      [before(DAY_BEFORE), LIVE, "open", "interim", DAY_BEFORE, true],
      [DAY_BEFORE, LIVE, "last-day", "interim", CLOSES, true],
      [before(CLOSES), LIVE, "last-day", "interim", CLOSES, true],
      [CLOSES, LIVE, "counting", "interim", undefined, false],
      [CLOSES, undefined, "counting", "none", undefined, false],
      [CLOSES, LAST, "final", "final", undefined, false],
    ] as const;
    for (const [moment, release, state, results, until, canRate] of steps) {
      expect(at(moment, release)).toMatchObject({ state, results, canRate });
      expect(at(moment, release).until).toBe(until);
    }
  });

  test("without an end it stays open, and without a beginning it always was", () => {
    const { opensAt: _, closesAt: __, ...rest } = of().definition;
    const endless = { definition: rest, life: NEW_LIFE };
    const calendar = at("2040-01-01T00:00:00.000Z", LIVE, endless);
    expect(calendar).toMatchObject({ state: "open", canRate: true, release: LIVE });
    expect([calendar.opensAt, calendar.closesAt, calendar.lastDay, calendar.until]).toEqual(
      Array.from({ length: 4 }, () => undefined),
    );
  });

  test("its last day is the one in its own zone, and not the day of the midnight that ends it", () => {
    expect(at(OPENS).lastDay).toBe("2026-12-20");
    const noon = of({ closesAt: "2026-12-20T20:00:00.000Z" });
    expect(at(OPENS, undefined, noon).lastDay).toBe("2026-12-21");
  });

  test("paused, it takes nothing and says why, until it closes all the same", () => {
    const pause = { at: DAY_BEFORE, note: { en: "A flood.", ru: "Паводок.", kk: "Су тасқыны." } };
    const paused = of({}, { paused: true, pause });
    expect(at(DAY_BEFORE, LIVE, paused)).toMatchObject({
      state: "paused",
      pause,
      canRate: false,
      until: CLOSES,
      results: "interim",
    });
    expect(at(before(OPENS), undefined, paused).state).toBe("scheduled");
    expect(at(CLOSES, LIVE, paused).state).toBe("counting");
  });

  test("of too few it says so for good only with the last release", () => {
    const few = { ...LIVE, tells: false };
    expect(at(OPENS, few)).toMatchObject({ state: "open", results: "too-few" });
    expect(at(CLOSES, few)).toMatchObject({ state: "counting", results: "too-few" });
    expect(at(CLOSES, { ...LAST, tells: false }).state).toBe("too-few");
  });

  test("archived, it stays what it was; once the ballots are deleted nothing is waited for", () => {
    const archived = of({}, { archived: true });
    expect(at(CLOSES, LAST, archived)).toMatchObject({ state: "final", archived: true });
    expect(at(CLOSES, LAST)).toMatchObject({ archived: false });
    const purged = of({}, { archived: true, purge: { begun: CLOSES } });
    expect(at(CLOSES, undefined, purged).state).toBe("too-few");
    expect(at(CLOSES, LAST, purged).state).toBe("final");
  });

  test("says that one can rate exactly when a ballot would be taken", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("2026-11-28"), max: new Date("2026-12-24"), noInvalidDate: true }),
        fc.record({ paused: fc.boolean(), archived: fc.boolean() }),
        fc.constantFrom(undefined, LIVE, LAST),
        (moment, life, release) => {
          const one = of({}, life);
          const calendar = calendarAt(one, release, moment);
          expect(calendar.canRate).toBe(refusalAt(one, moment) === undefined);
        },
      ),
    );
  });

  test("is something else when its moment comes, and nothing else a millisecond before", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("2026-11-28"), max: new Date("2026-12-24"), noInvalidDate: true }),
        fc.boolean(),
        (moment, paused) => {
          const one = of({}, { paused });
          const now = calendarAt(one, LIVE, moment);
          if (now.until === undefined) return;
          expect(calendarAt(one, LIVE, new Date(Date.parse(now.until) - 1))).toEqual(now);
          expect(calendarAt(one, LIVE, new Date(now.until)).state).not.toBe(now.state);
        },
      ),
    );
  });
});
