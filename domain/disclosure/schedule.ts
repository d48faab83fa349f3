import type { Schedule } from "./policy.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

/** Ballots that were being sent at the moment of closing are stored and counted by then, in ms. */
const LATE_ARRIVALS = MINUTE;

/** A release dated so far ahead of now was made by a clock that was wrong, in ms. */
const AHEAD = MINUTE;

/** Most releases while answers come in: as many as a year has hours. */
const MOST_LIVE = 366 * 24;

/** From one release to the next, in ms; after closing there is one only. */
const PERIOD: Record<Schedule, number> = {
  close: Infinity,
  week: 7 * DAY,
  day: DAY,
  hour: HOUR,
  demonstration: MINUTE,
};

export type Phase = "open" | "last-day" | "closed";

/** Where a consultation stands. Without an end it stays open. */
export function phaseAt(closesAt: string | undefined, at: Date): Phase {
  if (closesAt === undefined) return "open";
  const left = Date.parse(closesAt) - at.getTime();
  if (left <= 0) return "closed";
  return left <= DAY ? "last-day" : "open";
}

/** Whether answering has ended. */
export const hasClosed = ({ closesAt }: { closesAt?: string | undefined }, at: Date): boolean =>
  phaseAt(closesAt, at) === "closed";

/** When a consultation publishes: fixed when answering opens, and kept whatever happens to its end. */
export interface ReleasePlan {
  every: Schedule;
  /** From when the periods are counted. */
  startsAt: string;
  /** T, how many releases there are at most, the last after closing among them. */
  releases: number;
}

/**
 * The plan of a consultation that opens now: a release at the end of each whole period before it
 * closes, and one afterwards. Without an end, as many as a year has: the noise grows only with the
 * logarithm of their number.
 */
export function releasePlan(every: Schedule, startsAt: string, closesAt?: string): ReleasePlan {
  const ends = closesAt === undefined ? Date.parse(startsAt) + YEAR : Date.parse(closesAt);
  const periods = Math.ceil((ends - Date.parse(startsAt)) / PERIOD[every]) - 1;
  const live = every === "demonstration" ? 0 : Math.min(MOST_LIVE, Math.max(0, periods));
  return { every, startsAt, releases: live + 1 };
}

/** When the next release is due while answers come in; `undefined` when that is after closing. */
export function nextRelease(plan: ReleasePlan, after: number): Date | undefined {
  if (plan.every !== "demonstration" && after + 1 >= plan.releases) return undefined;
  return new Date(Date.parse(plan.startsAt) + (after + 1) * PERIOD[plan.every]);
}

/**
 * The first planned time after a moment at which answers still come in; `undefined` when only the
 * release after closing is left.
 */
export function plannedAfter(
  plan: ReleasePlan,
  closesAt: string | undefined,
  at: Date,
): Date | undefined {
  const passed = Math.floor((at.getTime() - Date.parse(plan.startsAt)) / PERIOD[plan.every]);
  const next = nextRelease(plan, Math.max(0, passed));
  const isLate = closesAt !== undefined && next !== undefined && +next >= Date.parse(closesAt);
  return isLate ? undefined : next;
}

export type Wait = "too-soon" | "still-counting" | "closed" | "nothing-new";

/** Which release is due: its number in the plan (1 … T). */
export interface Due {
  turn: number;
  final: boolean;
}

/**
 * Which release of the plan is due, or why none is. Only the clock decides, never who has answered. A
 * time that was missed stays missed: the next release takes its own place in the plan.
 * A demonstration publishes once a minute without end, when there is anything new.
 * Where the clock was ahead and is set right, a release dated ahead of it holds up nothing: the next takes the
 * next place in the plan at once, and others follow at the ends of periods, each in a place that none had. A pass
 * dated ahead says nothing of what is counted.
 */
export function releaseDue(
  plan: ReleasePlan,
  closesAt: string | undefined,
  previous: { turn: number; final: boolean; releasedAt: string } | undefined,
  at: Date,
  { countedUntil, isNew }: { countedUntil: Date | undefined; isNew: boolean },
): Due | { wait: Wait } {
  if (previous?.final === true) return { wait: "closed" };
  const before = previous?.turn ?? 0;
  if (phaseAt(closesAt, at) === "closed") {
    const settled = Date.parse(closesAt!) + LATE_ARRIVALS;
    const counted = countedUntil?.getTime() ?? 0;
    if (counted < settled || counted > at.getTime()) return { wait: "still-counting" };
    return { turn: plan.every === "demonstration" ? before + 1 : plan.releases, final: true };
  }
  if (plan.every === "demonstration") {
    const last = Date.parse(previous?.releasedAt ?? plan.startsAt);
    if (previous !== undefined && Math.abs(at.getTime() - last) < PERIOD[plan.every])
      return { wait: "too-soon" };
    return isNew ? { turn: before + 1, final: false } : { wait: "nothing-new" };
  }
  const passedAt = (moment: number) =>
    Math.floor((moment - Date.parse(plan.startsAt)) / PERIOD[plan.every]);
  const passed = passedAt(at.getTime());
  const made = Date.parse(previous?.releasedAt ?? plan.startsAt);
  // The plan is ahead of the clock, since that was ahead of the time once.
  const isNext = before > passed && (made - at.getTime() >= AHEAD || passed > passedAt(made));
  const turn = Math.min(isNext ? before + 1 : passed, plan.releases - 1);
  return turn > before ? { turn, final: false } : { wait: "too-soon" };
}

/**
 * Which of the days fixed for groups this release is the first after; the last is closing. `undefined`:
 * none that was not told already.
 */
export function milestoneDue(
  days: readonly string[],
  { final }: Due,
  previous: number,
  at: Date,
): number | undefined {
  if (final) return days.length + 1;
  const passed = days.filter((day) => Date.parse(day) <= at.getTime()).length;
  return passed > previous ? passed : undefined;
}
