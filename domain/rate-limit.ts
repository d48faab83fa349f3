/** So many at once, and one more with every `everyMs` that passes. */
export interface Limit {
  atOnce: number;
  everyMs: number;
}

/**
 * The generic cell rate algorithm (ITU-T I.371): one number, the time at which the next cell is due if
 * all came evenly, holds the whole past. Either the number after this attempt, or how long to wait.
 */
export function attempt(
  due: number | undefined,
  now: number,
  { atOnce, everyMs }: Limit,
): { due: number } | { waitMs: number } {
  const next = Math.max(due ?? now, now) + everyMs;
  const early = next - now - atOnce * everyMs;
  return early > 0 ? { waitMs: early } : { due: next };
}
