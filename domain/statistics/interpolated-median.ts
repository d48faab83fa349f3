import { type Histogram, total } from "./histogram.ts";
import { median } from "./quantile.ts";

/**
 * The median as if the ratings of its point M were spread evenly from M − ½ to M + ½:
 * M − ½ + (n/2 − F)/h_M, F the number of ratings below M. It tells items apart that share a median.
 * Source: `interp.median` of R's psych; docs/methods.md, "Consensus".
 * Two middle ratings that differ leave no point to spread: the ordinary median is kept.
 * No data: `null`. One answer, or all equal: that point.
 */
export function interpolatedMedian(histogram: Histogram): number | null {
  const middle = median(histogram);
  if (middle === null) return null;
  // Nobody chose a half-point, nor a point that lies between two middle ratings.
  const there = histogram[middle - 1] ?? 0;
  if (there === 0) return middle;
  const below = total(histogram.slice(0, middle - 1));
  return middle - 0.5 + (total(histogram) / 2 - below) / there;
}
