import { type Histogram, total } from "../statistics/histogram.ts";
import { keepsHidden } from "./bounds.ts";
import { type DisclosurePolicy, SMALLEST_COUNT } from "./policy.ts";
import { shownCount } from "./rounding.ts";

/** Low (1, 2), medium (3) and high (4, 5): the three bands of a histogram of five points. */
export const bandsOf = ([one = 0, two = 0, three = 0, four = 0, five = 0]: Histogram): number[] => [
  one + two,
  three,
  four + five,
];

/** All counts that a hidden one can have. */
const UNDER_TEN = Array.from({ length: SMALLEST_COUNT }, (_, count) => count);

/**
 * Whether all five points may be told: from `fullFrom` ratings on, when no bar but an empty one is
 * smaller than `smallestBar`, and subtracting what is shown from the number of ratings would not
 * pin what is not. Source: docs/methods.md, "Disclosure".
 */
export function isFull(histogram: Histogram, policy: DisclosurePolicy): boolean {
  const { fullFrom, smallestBar } = policy;
  return (
    total(histogram) >= fullFrom &&
    histogram.every((bar) => bar === 0 || bar >= smallestBar) &&
    holds(
      histogram,
      UNDER_TEN.filter((count) => count === 0 || count >= smallestBar),
      policy,
    )
  );
}

/** Whether the three bands may be told, by the same subtraction. */
export const bandsHold = (histogram: Histogram, policy: DisclosurePolicy): boolean =>
  holds(bandsOf(histogram), UNDER_TEN, policy);

function holds(
  counts: readonly number[],
  possible: readonly number[],
  policy: DisclosurePolicy,
): boolean {
  const whole = shownCount(total(counts), policy);
  const shown = counts.map((count) => shownCount(count, policy));
  return whole !== null && keepsHidden(whole, shown, possible, policy);
}
