import { type DisclosurePolicy, SMALLEST_COUNT } from "./policy.ts";
import { hide, type Shown, show } from "./shown.ts";

/**
 * The 10-5 rule (ONS), or 10-10: a count under ten (zero too) is `null`, any other is rounded to the
 * nearest multiple of `roundTo`, halves up.
 */
export const shownCount = (count: number, { roundTo }: DisclosurePolicy): number | null =>
  count < SMALLEST_COUNT ? null : Math.floor(count / roundTo + 0.5) * roundTo;

/**
 * A share in whole percent, as a fraction, made from the rounded counts so that it says no more
 * than they do; or why it is not told.
 */
export function shownShare(count: number, of: number, policy: DisclosurePolicy): Shown<number> {
  const [part, whole] = [shownCount(count, policy), shownCount(of, policy)];
  if (part === null || whole === null) return hide("fewer-than-10");
  const share = Math.min(1, part / whole);
  if (of < policy.codedSharesBelow) {
    if (share < 0.05) return hide("under-5-percent");
    if (share > 0.95) return hide("over-95-percent");
  }
  return show(round(share, 2));
}

/** Decimals of a mean made of that many ratings. */
export const meanDecimals = (rated: number): 1 | 2 => (rated < 100 ? 1 : 2);

/**
 * Decimals of what tells how ratings scatter (an interval, a disagreement, a gap): with two, a
 * distribution of fewer than a thousand ratings could often be worked out.
 */
export const detailDecimals = (rated: number): 1 | 2 => (rated < 1000 ? 1 : 2);

/** Rounds to that many decimals, halves up, as people do. */
export const round = (value: number, decimals: number): number =>
  Math.round((value + Number.EPSILON) * 10 ** decimals) / 10 ** decimals;
