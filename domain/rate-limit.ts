/** So many at once, and one more with every `everyMs` that passes. */
export interface Limit {
  atOnce: number;
  everyMs: number;
}

/**
 * The generic cell rate algorithm (ITU-T I.371): one number, the time at which the next cell is due if
 * all came evenly, holds the whole past. Either the number after this attempt, or how long to wait.
 * functions/store/limits.ts counts by the same rule in one write.
 */
export function attempt(
  due: number | undefined,
  now: number,
  limit: Limit,
): { due: number } | { waitMs: number } {
  const next = Math.max(due ?? now, now) + limit.everyMs;
  const early = next - limit.everyMs - now - room(limit);
  return early > 0 ? { waitMs: early } : { due: next };
}

/** How far ahead of now, in ms, the number may be for one more to be let through. */
export const room = ({ atOnce, everyMs }: Limit): number => (atOnce - 1) * everyMs;

/** By how much the clocks of several machines may differ, in ms. */
const SKEW = 60_000;

/** Farther ahead of now, in ms, no attempt can have brought the number. */
export const farthest = (mostMs: number, { everyMs }: Pick<Limit, "everyMs">): number =>
  mostMs + everyMs + SKEW;

/**
 * The number, unless it lies farther ahead than attempts can bring it: then a clock was ahead when it was written, and
 * nobody waits until that time has come.
 */
export const credible = (due: number | undefined, now: number, limit: Limit): number | undefined =>
  due === undefined || due - now > farthest(room(limit), limit) ? undefined : due;
