/** Whether a name is that of a zone in the IANA time zone database. */
export const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
};

const MINUTE = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}$/;

/** What the clocks of a zone show at a moment, to the minute, as a browser's field takes it. */
export function clockIn(timeZone: string, at: Date): string {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  }).formatToParts(at);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
  return `${of("year").padStart(4, "0")}-${of("month")}-${of("day")}T${of("hour")}:${of("minute")}`;
}

/** The day that it is in a zone at a moment, ISO 8601. */
export const dayIn = (timeZone: string, at: Date): string => clockIn(timeZone, at).slice(0, 10);

/**
 * The moment at which the clocks of a zone show that minute, ISO 8601 in UTC; `undefined` for what is
 * none. Of two such moments it is the first, and in an hour that clocks leap over, one beside it.
 */
export function momentIn(timeZone: string, typed: string): string | undefined {
  if (!MINUTE.test(typed)) return undefined;
  const shown = typed.replace(" ", "T");
  const wall = Date.parse(`${shown}Z`);
  if (Number.isNaN(wall) || !new Date(wall).toISOString().startsWith(shown)) return undefined;
  const offset = (at: number) => Date.parse(`${clockIn(timeZone, new Date(at))}Z`) - at;
  // Zones differ from UTC by at most 14 hours and change by a few: both sides of a change are tried.
  const tried = [wall - offset(wall - DAY), wall - offset(wall + DAY)];
  const found = tried.filter((at) => clockIn(timeZone, new Date(at)) === shown);
  return new Date(Math.min(...(found.length > 0 ? found : tried))).toISOString();
}

const DAY = 24 * 60 * 60_000;
