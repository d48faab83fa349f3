import type { Histogram } from "../statistics/histogram.ts";
import { bandsHold, isFull } from "./spread.ts";
import { type Detail, staysOpen } from "./pinning.ts";
import type { DisclosurePolicy } from "./policy.ts";

/** What may be told of one distribution. */
export interface Allowed extends Detail {
  bands: boolean;
}

/** From most to least; the last tells nothing that is made from the ratings themselves. */
const LADDER: readonly Detail[] = [
  { points: true, mean: true, scatter: true },
  { points: false, mean: true, scatter: true },
  { points: false, mean: true, scatter: false },
  { points: false, mean: false, scatter: false },
];

/**
 * The most that may be told of a distribution of at least `base` ratings: first without the five
 * points, then without what tells how ratings scatter, then without the mean, until no small count
 * can be worked out of what is left. Counts that carry noise need none of this.
 */
export function allowedDetail(
  histogram: Histogram,
  noisy: boolean,
  policy: DisclosurePolicy,
): Allowed {
  const full = isFull(histogram, policy);
  const bands = full || bandsHold(histogram, policy);
  const rung = noisy ? (full ? 0 : 1) : rungOf(histogram, policy, LOOKED_THROUGH);
  return { ...LADDER[rung]!, bands };
}

/**
 * How often it is asked of a distribution that might stand in for another whether it would be told
 * in the same way: once, and by then none of up to 22 ratings is left that gives a count away.
 */
const LOOKED_THROUGH = 1;

function rungOf(histogram: Histogram, policy: DisclosurePolicy, depth: number): number {
  const full = isFull(histogram, policy);
  const rung = LADDER.findIndex((detail, place) => {
    if (detail.points && !full) return false;
    const alike = (other: Histogram) => depth === 0 || rungOf(other, policy, depth - 1) === place;
    return !detail.mean || staysOpen(histogram, detail, policy, alike);
  });
  return rung;
}
