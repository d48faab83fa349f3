/**
 * What is true of a consultation by the calendar, for everybody who reads of it: what it waits for,
 * whether answers are taken, and how far its results are. Only clock, definition, life and the newest
 * release decide; counting may still lag behind closing, and then says so.
 */
import type { Consultation } from "./definition.ts";
import { phaseAt } from "../disclosure/schedule.ts";
import { type Life, type PublishedConsultation, refusalAt, stageAt } from "./life.ts";
import { dayIn } from "./time-zone.ts";

export const CALENDAR_STATES = [
  "scheduled",
  "open",
  "last-day",
  "paused",
  "counting",
  "too-few",
  "final",
] as const;

/** The newest release, as far as the calendar asks. */
export interface NewestRelease {
  release: number;
  releasedAt: string;
  /** Whether it is the one made after closing: no other follows. */
  final: boolean;
  /** Whether it tells any figure of anybody; of too few it tells none. */
  tells: boolean;
}

interface Always {
  /** When answering begins or began; `undefined` where it has been open from the start. */
  opensAt: string | undefined;
  /** When answering ends or ended; `undefined` where that is not fixed. */
  closesAt: string | undefined;
  /** The last day on which answers are taken, in the consultation's zone: not the day of a midnight after it. */
  lastDay: string | undefined;
  /** When the clock alone makes something else of this; `undefined` where it waits for more than the clock. */
  until: string | undefined;
  /** How far results are. `too-few`: there is a release, and it tells nothing. */
  results: "none" | "too-few" | "interim" | "final";
  release: NewestRelease | undefined;
}

interface Open {
  canRate: true;
}
interface NotOpen {
  canRate: false;
}
interface Closed extends NotOpen {
  closesAt: string;
  lastDay: string;
  archived: boolean;
}

export type Calendar = Always &
  (
    | ({ state: "scheduled"; opensAt: string; until: string } & NotOpen)
    | ({ state: "open" } & Open)
    /** Less than a day is left. */
    | ({ state: "last-day"; closesAt: string; lastDay: string; until: string } & Open)
    | ({ state: "paused"; pause: Life["pause"] } & NotOpen)
    /** Closed, and the last release is not out. */
    | ({ state: "counting" } & Closed)
    /** Closed for good, and nothing can be told. */
    | ({ state: "too-few" } & Closed)
    /** Closed, and the last release is out. */
    | ({ state: "final"; release: NewestRelease } & Closed)
  );
export type CalendarState = Calendar["state"];

const DAY = 24 * 60 * 60_000;

/** Where a consultation stands at a moment. */
export function calendarAt(
  published: PublishedConsultation,
  release: NewestRelease | undefined,
  at: Date,
): Calendar {
  const { definition, life } = published;
  const { opensAt, closesAt } = definition;
  const lastDay = lastDayOf(definition);
  const results = resultsOf(release);
  const always: Always = { opensAt, closesAt, lastDay, until: undefined, results, release };
  const stage = stageAt(published, at);
  if (stage === "scheduled") {
    const opens = { opensAt: opensAt!, until: opensAt! };
    return { ...always, ...opens, state: "scheduled", canRate: false };
  }
  if (phaseAt(closesAt, at) === "closed") {
    const closed = { closesAt: closesAt!, lastDay: lastDay!, archived: life.archived };
    const state = closedState(release, life);
    if (state === "final") {
      return { ...always, ...closed, state, canRate: false, release: release! };
    }
    return { ...always, ...closed, state, canRate: false };
  }
  // A pause ends by closing, if by nothing before.
  if (refusalAt(published, at) !== undefined) {
    return { ...always, until: closesAt, state: "paused", pause: life.pause, canRate: false };
  }
  if (phaseAt(closesAt, at) === "last-day") {
    const last = { closesAt: closesAt!, lastDay: lastDay!, until: closesAt! };
    return { ...always, ...last, state: "last-day", canRate: true };
  }
  const until = closesAt && new Date(Date.parse(closesAt) - DAY).toISOString();
  return { ...always, until, state: "open", canRate: true };
}

/** Once the ballots are being deleted, no release follows: what has none by then had nobody to count. */
function closedState(release: NewestRelease | undefined, { purge }: Life) {
  if (release?.final !== true) return purge === undefined ? "counting" : "too-few";
  return release.tells ? "final" : "too-few";
}

function resultsOf(release: NewestRelease | undefined): Always["results"] {
  if (release === undefined) return "none";
  if (!release.tells) return "too-few";
  return release.final ? "final" : "interim";
}

const lastDayOf = ({ closesAt, timeZone }: Consultation): string | undefined =>
  closesAt && dayIn(timeZone, new Date(Date.parse(closesAt) - 1));
