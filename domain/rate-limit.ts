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
