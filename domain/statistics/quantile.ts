import { type Histogram, total } from "./histogram.ts";

/**
 * The quantile of type 7 (the default of R, numpy and Excel): place x = (n − 1)·`probability` in the
 * ordered ratings, counted from 0, and the straight line between the two ratings around it.
 * Source: Hyndman & Fan, Am. Stat. 50 (1996), definition 7; docs/methods.md, "Consensus".
 * No data: `null`. One answer, or all equal: that point.
 */
export function quantile(histogram: Histogram, probability: number): number | null {
  const n = total(histogram);
  if (n === 0) return null;
  const place = (n - 1) * probability;
  const before = Math.floor(place);
  const low = ratingAt(histogram, before);
  const high = ratingAt(histogram, Math.ceil(place));
  return low + (place - before) * (high - low);
}

/** The ordinary median: the middle rating, or halfway between the two middle ones. No data: `null`. */
export const median = (histogram: Histogram): number | null => quantile(histogram, 0.5);

/** The rating at one place, counted from 0, of all ratings in order. */
function ratingAt(histogram: Histogram, place: number): number {
  let reached = 0;
  return 1 + histogram.findIndex((count) => (reached += count) > place);
}
