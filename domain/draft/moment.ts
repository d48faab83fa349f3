/**
 * Moments in a draft: stored as ISO 8601 in UTC, entered by the minute as the clocks of the consultation's
 * zone show them. What is entered with a `Z` is UTC in any zone.
 */
import { momentAt, wallClock } from "../consultation/time-zone.ts";

const ENTERED = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2}(?:\.\d{1,3})?)?(Z?)$/;

/** The moment that a text says; `undefined` for what is none, like the 31st of February. */
function readMoment(text: string, zone = "UTC"): Date | undefined {
  const [, day, minute, seconds = ":00", inUtc] = ENTERED.exec(text) ?? [];
  if (day === undefined) return undefined;
  const shown = new Date(`${day}T${minute}${seconds}Z`);
  if (Number.isNaN(shown.getTime())) return undefined;
  if (!shown.toISOString().startsWith(`${day}T${minute}`)) return undefined;
  return inUtc === "Z" ? shown : momentAt(shown, zone);
}

const stored = (at: Date): string => at.toISOString().replace(".000Z", "Z");

/**
 * What was entered or imported in the one form in which a moment is stored, such as
 * `2027-03-01T06:00:00Z`. What is no moment stays as it is.
 */
export function momentOf(text: string, zone?: string): string {
  const at = readMoment(text, zone);
  return at === undefined ? text : stored(at);
}

/**
 * A stored moment as a browser's own field for date and time takes it, by the clocks of a zone;
 * `undefined` for whatever is no moment, which such a field would show as empty.
 */
export function enteredMoment(text: string, zone = "UTC"): string | undefined {
  const at = readMoment(text);
  return (
    at &&
    wallClock(at, zone)
      .toISOString()
      .replace(/(?::00)?\.000Z$|Z$/, "")
  );
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MIDNIGHT = "T00:00";

/** The same of what may be a day alone: it begins at midnight in the zone. */
export const dayOrMomentOf = (text: string, zone?: string): string => {
  const begins = readMoment(DAY.test(text) ? text + MIDNIGHT : text, zone);
  return begins === undefined ? text : stored(begins);
};

/** A stored moment as people enter it where a day is enough; what is no moment stays as it is. */
export function enteredDay(text: string, zone?: string): string {
  const entered = enteredMoment(text, zone);
  if (entered === undefined) return text;
  return entered.endsWith(MIDNIGHT) ? entered.slice(0, 10) : entered.replace("T", " ");
}
