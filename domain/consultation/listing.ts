import type { Calendar, CalendarState } from "./calendar.ts";
import type { PublishedConsultation } from "./life.ts";

/** A consultation with where it stands. */
export interface Standing extends PublishedConsultation {
  calendar: Calendar;
}

/** What everybody is told of the consultations of an installation. */
export interface Listing<One extends Standing = Standing> {
  /** What takes answers, or will again when a pause is over; what closes first stands first. */
  open: One[];
  /** What will open, the next first. */
  coming: One[];
  /** What takes no more answers, the last one first. */
  closed: One[];
}

/** The consultations in the order in which they are listed. An archived one is listed nowhere: its own pages stay. */
export function listingOf<One extends Standing>(all: readonly One[]): Listing<One> {
  const listed = all.filter(({ life }) => !life.archived);
  const within = (states: readonly CalendarState[], order: (one: Calendar) => number) =>
    listed
      .filter(({ calendar }) => states.includes(calendar.state))
      .toSorted((a, b) => order(a.calendar) - order(b.calendar));
  return {
    open: within(["open", "last-day", "paused"], ({ closesAt }) => at(closesAt ?? ENDLESS)),
    coming: within(["scheduled"], ({ opensAt }) => at(opensAt!)),
    closed: within(["counting", "too-few", "final"], ({ closesAt }) => -at(closesAt!)),
  };
}

/** After every date that a consultation has. */
const ENDLESS = "9999-12-31";

const at = (moment: string): number => Date.parse(moment);

/** Most consultations in one answer of the API. */
export const MOST_LISTED = 100;

/** One page of a list: the one that is asked for, the first for what is none, the last for what is beyond. */
export function pageOf<One>(all: readonly One[], asked: string) {
  const pages = Math.max(1, Math.ceil(all.length / MOST_LISTED));
  const page = /^[1-9]\d{0,4}$/.test(asked) ? Math.min(pages, Number(asked)) : 1;
  return { shown: all.slice((page - 1) * MOST_LISTED, page * MOST_LISTED), page, pages };
}
