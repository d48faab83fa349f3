/** Whether a name is that of a zone in the IANA time zone database. */
export const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
};

const DAY_MS = 86_400_000;

/** Made once for each zone: making one takes far longer than using it. */
const clocks = new Map<string, Intl.DateTimeFormat>();

/** What the clocks of a zone show at a moment, as if it were UTC; exact to the millisecond. */
export function wallClock(at: Date, zone: string): Date {
  if (zone === "UTC") return at;
  const clock =
    clocks.get(zone) ??
    new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      calendar: "gregory",
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
  clocks.set(zone, clock);
  const part = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]));
  const day = `${part["year"]!.padStart(4, "0")}-${part["month"]}-${part["day"]}`;
  const milliseconds = String(at.getUTCMilliseconds()).padStart(3, "0");
  return new Date(`${day}T${part["hour"]}:${part["minute"]}:${part["second"]}.${milliseconds}Z`);
}

/**
 * The moment at which the clocks of a zone show something: of two such the first, and where clocks are put
 * forward over it, as long after as it stands behind the hour that is left out.
 */
export function momentAt(wall: Date, zone: string): Date {
  if (zone === "UTC") return wall;
  const local = wall.getTime();
  const before = [-DAY_MS, DAY_MS].map((distance) => {
    const near = local + distance;
    return local - (wallClock(new Date(near), zone).getTime() - near);
  });
  const fitting = before.filter((at) => wallClock(new Date(at), zone).getTime() === local);
  return new Date(fitting.length > 0 ? Math.min(...fitting) : before[0]!);
}

const MINUTE = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}$/;

/** What the clocks of a zone show at a moment, to the minute, as a browser's field takes it. */
export const clockIn = (timeZone: string, at: Date): string =>
  wallClock(at, timeZone).toISOString().slice(0, 16);

/** A moment as the clocks of a zone show it, ISO 8601 to the second, with how far they are from UTC. */
export function zonedIn(timeZone: string, at: Date): string {
  const wall = wallClock(at, timeZone);
  const minutes = Math.round((wall.getTime() - at.getTime()) / 60_000);
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const two = (part: number) => String(part).padStart(2, "0");
  return `${wall.toISOString().slice(0, 19)}${minutes < 0 ? "-" : "+"}${two(hours)}:${two(rest)}`;
}

/** The day that it is in a zone at a moment, ISO 8601. */
export const dayIn = (timeZone: string, at: Date): string => clockIn(timeZone, at).slice(0, 10);

/**
 * The day at whose end a moment is, where it is midnight by the clocks of a zone; else `undefined`. Whoever
 * reads "until 21 December at 00:00" may come a day late.
 */
export const dayEndedBy = (timeZone: string, at: Date): string | undefined =>
  clockIn(timeZone, at).endsWith("T00:00")
    ? dayIn(timeZone, new Date(at.getTime() - 1))
    : undefined;

/**
 * The moment at which the clocks of a zone show that minute, ISO 8601 in UTC; `undefined` for what is
 * none. Of two such moments it is the first, and in an hour that clocks leap over, one beside it.
 */
export function momentIn(timeZone: string, typed: string): string | undefined {
  if (!MINUTE.test(typed)) return undefined;
  const shown = typed.replace(" ", "T");
  const wall = new Date(`${shown}Z`);
  if (Number.isNaN(wall.getTime()) || !wall.toISOString().startsWith(shown)) return undefined;
  return momentAt(wall, timeZone).toISOString();
}
