import { PANELS, type Panel } from "../ballot/ballot.ts";
import type { Release } from "../release/schema.ts";

/** How many took part by a day's last release, as it was published. */
export interface DayOfRelease {
  /** The day in UTC. */
  day: string;
  release: number;
  ballots: Record<Panel, number | null>;
}

/** The number of each day's last release, newest day first, of at most so many days. */
export function lastOfEachDay(
  releases: readonly { release: number; releasedAt: string }[],
  most: number,
): number[] {
  const byDay = new Map<string, number>();
  for (const { release, releasedAt } of releases) {
    const day = releasedAt.slice(0, 10);
    byDay.set(day, Math.max(release, byDay.get(day) ?? 0));
  }
  return [...byDay.values()].toSorted((a, b) => b - a).slice(0, most);
}

/** The releases as days, oldest first. Nothing is added to what was published, and nothing taken away. */
export const history = (
  releases: readonly Pick<Release, "release" | "releasedAt" | "ballots">[],
): DayOfRelease[] =>
  releases
    .map(({ release, releasedAt, ballots }) => ({
      day: releasedAt.slice(0, 10),
      release,
      ballots: { ...ballots },
    }))
    .toSorted((a, b) => a.release - b.release);

/** The largest count among them, for a chart's scale; 0 when none is shown. */
export const largestCount = (days: readonly DayOfRelease[]): number =>
  Math.max(0, ...days.flatMap(({ ballots }) => PANELS.map((panel) => ballots[panel] ?? 0)));
