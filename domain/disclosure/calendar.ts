const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Ballots that were being sent at the moment of closing are stored and counted by then, in ms. */
const LATE_ARRIVALS = MINUTE;

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

export type Wait = "too-soon" | "last-day" | "still-counting" | "closed";

/**
 * Whether the calendar lets a release be made: while the consultation is open not closer than
 * `minMinutes` to the one before, none on the last day before it closes (who answers last would
 * stand out), and one final after it closed, when everything was counted.
 */
export function calendarWait(
  { closesAt, minMinutes }: { closesAt: string | undefined; minMinutes: number },
  previous: { releasedAt: string; final: boolean } | undefined,
  at: Date,
  countedUntil: Date | undefined,
): Wait | undefined {
  if (previous?.final === true) return "closed";
  const phase = phaseAt(closesAt, at);
  if (phase === "last-day") return "last-day";
  if (phase === "closed") {
    const settled = Date.parse(closesAt!) + LATE_ARRIVALS;
    return (countedUntil?.getTime() ?? 0) < settled ? "still-counting" : undefined;
  }
  if (previous === undefined) return undefined;
  const age = at.getTime() - Date.parse(previous.releasedAt);
  return age < minMinutes * MINUTE ? "too-soon" : undefined;
}
