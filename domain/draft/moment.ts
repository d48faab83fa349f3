/** Moments in a draft: stored as ISO 8601 in UTC, entered by the minute without a zone. */
const ENTERED = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2}(?:\.\d{1,3})?)?Z?$/;

/** The moment that a text says, in UTC; `undefined` for what is none, like the 31st of February. */
function readMoment(text: string): Date | undefined {
  const [, day, minute, seconds = ":00"] = ENTERED.exec(text) ?? [];
  if (day === undefined) return undefined;
  const at = new Date(`${day}T${minute}${seconds}Z`);
  if (Number.isNaN(at.getTime())) return undefined;
  return at.toISOString().startsWith(`${day}T${minute}`) ? at : undefined;
}

/**
 * What was entered or imported in the one form in which a moment is stored, such as
 * `2027-03-01T06:00:00Z`. What is no moment stays as it is.
 */
export const momentOf = (text: string): string =>
  readMoment(text)?.toISOString().replace(".000Z", "Z") ?? text;

/**
 * A stored moment as a browser's own field for date and time takes it; `undefined` for whatever is no
 * moment, which such a field would show as empty.
 */
export const enteredMoment = (stored: string): string | undefined =>
  readMoment(stored)
    ?.toISOString()
    .replace(/(?::00)?\.000Z$|Z$/, "");

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MIDNIGHT = "T00:00";

/** The same of what may be a day alone: it begins at midnight UTC. */
export function dayOrMomentOf(text: string): string {
  const begins = readMoment(DAY.test(text) ? text + MIDNIGHT : text);
  return begins === undefined ? text : momentOf(begins.toISOString());
}

/** A stored moment as people enter it where a day is enough; what is no moment stays as it is. */
export function enteredDay(stored: string): string {
  const entered = enteredMoment(stored);
  if (entered === undefined) return stored;
  return entered.endsWith(MIDNIGHT) ? entered.slice(0, 10) : entered.replace("T", " ");
}
