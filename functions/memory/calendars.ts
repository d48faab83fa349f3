import { type Calendar, calendarAt } from "../../domain/consultation/calendar.ts";
import { newestOf } from "../../domain/release/newest.ts";
import type { Services } from "../services.ts";
import type { Known } from "./consultations.ts";
import type { PublishedRelease } from "./releases.ts";

interface Held {
  newest: PublishedRelease | undefined;
  calendar: Calendar;
  /** From when until when, in ms: until the clock makes something else of it. */
  from: number;
  until: number;
}

/**
 * Where consultations stand now. Worked out once for each definition, life and release, and again at the
 * very moment at which the clock makes it another: never a state that has passed.
 */
export function calendarsOf({
  now,
}: Pick<Services, "now">): (known: Known, newest: PublishedRelease | undefined) => Calendar {
  const all = new WeakMap<Known, Held>();
  return (known, newest) => {
    const at = now();
    const time = at.getTime();
    const held = all.get(known);
    if (held?.newest === newest && held !== undefined && time >= held.from && time < held.until) {
      return held.calendar;
    }
    const calendar = calendarAt(known, newest && newestOf(newest.release), at);
    const until = calendar.until === undefined ? Infinity : Date.parse(calendar.until);
    all.set(known, { newest, calendar, from: time, until });
    return calendar;
  };
}
