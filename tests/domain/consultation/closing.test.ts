import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plannedClosing } from "../../../domain/consultation/closing.ts";
import { corrected } from "../../../domain/consultation/correction.ts";
import {
  afterStep,
  NEW_LIFE,
  type PublishedConsultation,
  stepsAt,
} from "../../../domain/consultation/life.ts";
import { readConsultation } from "../../../domain/consultation/read-definition.ts";
import {
  type Due,
  hasClosed,
  milestoneDue,
  releaseDue,
  releasePlan,
} from "../../../domain/disclosure/schedule.ts";
import type { Schedule } from "../../../domain/disclosure/policy.ts";
import { definition } from "./definition.ts";

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];
const OPENS = Date.parse("2027-01-01T06:00:00Z");
const iso = (at: number) => new Date(at).toISOString();
const NOTE = { en: "More time was asked for." };

const open = (more: object = {}): PublishedConsultation => ({
  definition: { ...definition(), opensAt: iso(OPENS), closesAt: iso(OPENS + 10 * DAY), ...more },
  life: NEW_LIFE,
});
const extended = (one: PublishedConsultation, to: number, at = OPENS + DAY) =>
  afterStep("extend", one, undefined, new Date(at), { note: NOTE, closesAt: iso(to) });

describe("closing", () => {
  test("moves later, with a note, and the definition says from when to when", () => {
    const later = extended(open(), OPENS + 20 * DAY)!;
    expect(later.definition.closesAt).toBe(iso(OPENS + 20 * DAY));
    expect(later.definition.closings).toEqual([
      { at: iso(OPENS + DAY), from: iso(OPENS + 10 * DAY), to: iso(OPENS + 20 * DAY), note: NOTE },
    ]);
    expect(readConsultation(later.definition)).toEqual({ consultation: later.definition });
  });

  test("never moves earlier, nor to where it is, nor by more than a year", () => {
    for (const to of [5 * DAY, 10 * DAY, 10 * DAY - 1, 400 * DAY, NaN]) {
      const wanted = Number.isNaN(to) ? "soon" : iso(OPENS + to);
      const given = { note: NOTE, closesAt: wanted };
      expect(afterStep("extend", open(), undefined, new Date(OPENS + DAY), given)).toBeUndefined();
    }
    expect(afterStep("extend", open(), undefined, new Date(OPENS + DAY), {})).toBeUndefined();
  });

  test("cannot be moved in its last minute, after it, or where there is no end", () => {
    const steps = (one: PublishedConsultation, at: number) =>
      stepsAt(one, new Date(OPENS + at)).includes("extend");
    expect(steps(open(), 10 * DAY - MINUTE - 1)).toBe(true);
    expect(steps(open(), 10 * DAY - MINUTE)).toBe(false);
    expect(steps(open(), 10 * DAY)).toBe(false);
    expect(steps(open({ closesAt: undefined }), DAY)).toBe(false);
  });

  test("can still be brought forward by closing in a day, and that be put off again", () => {
    const closing = afterStep("close", open(), undefined, new Date(OPENS + DAY))!;
    expect(closing.definition.closesAt).toBe(iso(OPENS + 2 * DAY));
    const later = extended(closing, OPENS + 30 * DAY, OPENS + DAY + HOUR)!;
    expect(plannedClosing(later.definition)).toBe(iso(OPENS + 10 * DAY));
  });

  test("of one without an end is planned without one, also once it is being closed", () => {
    const endless = open({ closesAt: undefined });
    const closing = afterStep("close", endless, undefined, new Date(OPENS + DAY))!;
    expect(plannedClosing(closing.definition)).toBeUndefined();
    expect(closing.definition.closings).toEqual([
      { at: iso(OPENS + DAY), to: iso(OPENS + 2 * DAY) },
    ]);
  });

  test("that was moved stays so when the wording is corrected", () => {
    const { definition: later } = extended(open(), OPENS + 20 * DAY)!;
    const { closings: _, ...draft } = { ...later, closesAt: undefined, title: { en: "Right" } };
    const right = corrected(
      later,
      { ...draft, title: { ...later.title, en: "Right" } },
      NOTE,
      new Date(),
    );
    expect(right).toMatchObject({
      consultation: { closesAt: later.closesAt, closings: later.closings, title: { en: "Right" } },
    });
  });
});

/** What organisers, and the job that publishes, do one after the other. */
const act = fc.oneof(
  fc.record({ do: fc.constant("wait" as const), hours: fc.integer({ min: 1, max: 240 }) }),
  fc.record({ do: fc.constant("extend" as const), hours: fc.integer({ min: 1, max: 800 }) }),
  fc.record({ do: fc.constant("close" as const), hours: fc.constant(0) }),
);

const story = fc.record({
  every: fc.constantFrom<Schedule>("close", "week", "day", "hour"),
  open: fc.integer({ min: 25, max: 1_000 }),
  days: fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 6 }),
  acts: fc.array(act, { maxLength: 25 }),
});

test("however often it is moved, there are no more releases and tellings of groups than were planned, and the last comes after the end", () => {
  fc.assert(
    fc.property(story, ({ every, open: hours, days, acts }) => {
      const groupsAt = days.toSorted((a, b) => a - b).map((day) => iso(OPENS + day * DAY));
      let one = open({
        closesAt: iso(OPENS + hours * HOUR),
        release: { every, groupsAt },
      });
      const plan = releasePlan(every, iso(OPENS), one.definition.closesAt);
      const made: (Due & { releasedAt: string })[] = [];
      const tellings: number[] = [];
      let at = OPENS;
      const publish = () => {
        const { closesAt } = one.definition;
        // As it would be fixed by a job that comes only now.
        expect(releasePlan(every, iso(OPENS), plannedClosing(one.definition))).toEqual(plan);
        const now = new Date(at);
        const due = releaseDue(plan, closesAt, made.at(-1), now, {
          countedUntil: now,
          isNew: true,
        });
        if ("wait" in due) return;
        expect(due.final).toBe(hasClosed(one.definition, now));
        made.push({ ...due, releasedAt: now.toISOString() });
        const told = milestoneDue(groupsAt, due, tellings.at(-1) ?? 0, now);
        if (told !== undefined) tellings.push(told);
      };
      for (const { do: what, hours } of acts) {
        if (what === "wait") at += hours * HOUR;
        const to = iso(Date.parse(one.definition.closesAt!) + hours * HOUR);
        if (what !== "wait") {
          one = afterStep(what, one, undefined, new Date(at), { note: NOTE, closesAt: to }) ?? one;
        }
        publish();
      }
      at = Math.max(at, Date.parse(one.definition.closesAt!) + 2 * MINUTE);
      publish();
      publish();

      const turns = made.map(({ turn }) => turn);
      expect(new Set(turns).size).toBe(turns.length);
      expect(turns.toSorted((a, b) => a - b)).toEqual(turns);
      expect(Math.max(...turns)).toBe(plan.releases);
      expect(made.filter(({ final }) => final)).toHaveLength(1);
      expect(made.at(-1)).toMatchObject({ final: true, turn: plan.releases });
      expect(made.at(-1)!.releasedAt > one.definition.closesAt!).toBe(true);
      expect(new Set(tellings).size).toBe(tellings.length);
      expect(tellings.toSorted((a, b) => a - b)).toEqual(tellings);
      expect(tellings.at(-1)).toBe(groupsAt.length + 1);
    }),
    { numRuns: 300 },
  );
});
