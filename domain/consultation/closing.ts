/**
 * The moment of closing while a consultation is open: it may be moved later, with a public note, and
 * earlier only by closing in a day. How many releases there are was fixed before (decision 018).
 */
import type { Texts } from "../language.ts";
import { type Consultation, MOST_CLOSINGS } from "./definition.ts";

const DAY = 24 * 60 * 60_000;

/** A definition may be held in memory this long elsewhere, so shortly before closing nothing is moved. */
const SETTLED = 60_000;

/** How far closing may be moved at once: a slip in the year would else stand for good. */
const FARTHEST = 366 * DAY;

type Closing = Pick<Consultation, "closesAt" | "closings">;

/** Whether closing may be moved later at a moment: there is one, it is ahead, and not for the umpteenth time. */
export const canExtend = ({ closesAt, closings = [] }: Closing, at: Date): boolean =>
  closesAt !== undefined &&
  Date.parse(closesAt) - at.getTime() > SETTLED &&
  closings.length < MOST_CLOSINGS;

/** Whether a moment is one to which closing may be moved: later than it is, by a year at most. */
export const isLaterClosing = ({ closesAt }: Closing, to: string): boolean => {
  const by = Date.parse(to) - Date.parse(closesAt ?? "");
  return by > 0 && by <= FARTHEST;
};

/** The definition with another moment of closing, which it says was changed, from what and, to the public, why. */
export const closingAt = (
  definition: Consultation,
  to: string,
  at: Date,
  note?: Texts,
): Consultation => {
  const { closesAt: from, closings = [] } = definition;
  const closing = { at: at.toISOString(), ...(from && { from }), to, ...(note && { note }) };
  return { ...definition, closesAt: to, closings: [...closings, closing] };
};

/**
 * When it was to close as it opened: by that, and not by any later moment, it was fixed how many
 * releases there are. `undefined` where it had no end.
 */
export const plannedClosing = ({ closesAt, closings = [] }: Closing): string | undefined =>
  closings[0] === undefined ? closesAt : closings[0].from;
