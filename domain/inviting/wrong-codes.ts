// Guessing codes is slowed by the generic cell rate algorithm: each wrong code moves a moment, kept
// for each consultation, one second into the future; when it is too far ahead, no code is tried.

/** What one wrong code costs, in ms; and how far ahead the moment may be: sixty codes' worth. */
export const WRONG_CODE_COSTS = 1_000;
const WRONG_CODES_TOLERATED = 60;

/** Further than this, in ms, wrong codes that came at once do not move it: a block ends in a minute. */
export const FARTHEST_AHEAD = 2 * WRONG_CODES_TOLERATED * WRONG_CODE_COSTS;

/** For how many whole seconds no code is tried now; 0 when one may be. */
export function secondsUntilNextTry(ahead: number | undefined, now: number): number {
  const over = (ahead ?? 0) - now - (WRONG_CODES_TOLERATED - 1) * WRONG_CODE_COSTS;
  return Math.max(0, Math.ceil(over / 1_000));
}
