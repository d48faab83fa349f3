/**
 * What may be shown of a count, and what is hidden. Source: docs/methods.md, "Disclosure"
 * (the ONS 10-5 rule; a base of ten for every derived figure).
 */

/** No figure is made of fewer ballots, or ratings, than this. */
export const BASE = 10;

/** Counts are shown rounded to the nearest multiple of this. */
export const ROUND_TO = 5;

/** Why a figure is `null`. */
export const HIDDEN_REASONS = ["fewer-than-10", "below-base", "not-computed"] as const;
export type HiddenReason = (typeof HIDDEN_REASONS)[number];

/** The 10-5 rule: a count under ten (zero too) is `null`, any other is rounded to the nearest five. */
export const shownCount = (count: number): number | null =>
  count < BASE ? null : Math.round(count / ROUND_TO) * ROUND_TO;

/**
 * A share in whole percent, as a fraction, made from the rounded counts so that it says no more
 * than they do. `null` when its count is under ten.
 */
export function shownShare(count: number, of: number): number | null {
  const [part, whole] = [shownCount(count), shownCount(of)];
  return part === null || whole === null ? null : round(part / whole, 2);
}

/** A mean on the scale: one decimal under a hundred ratings, two from there on. */
export const roundedMean = (value: number, rated: number): number =>
  round(value, rated < 100 ? 1 : 2);

/** An index between 0 and 1, to two decimals. */
export const roundedIndex = (value: number): number => round(value, 2);

const round = (value: number, decimals: number): number => Number(value.toFixed(decimals));
