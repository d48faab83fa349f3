/**
 * How many chose each point of the scale: `counts[0]` is point 1. All statistics of one
 * recommendation start from this; no opinion and skipped are never part of it.
 */
export type Histogram = readonly number[];

/** n: how many rated. */
export const total = (histogram: Histogram): number =>
  histogram.reduce((sum, count) => sum + count, 0);

/** The mean rating, Σ j·h_j / n, on 1..K. No data: `null`. */
export function mean(histogram: Histogram): number | null {
  const n = total(histogram);
  if (n === 0) return null;
  return histogram.reduce((sum, count, index) => sum + count * (index + 1), 0) / n;
}

/**
 * The unbiased variance of the ratings, Σ h_j (j − m)² / (n − 1), m their mean.
 * No data or one answer: `null`. All equal: exactly 0.
 */
export function variance(histogram: Histogram): number | null {
  const n = total(histogram);
  const centre = mean(histogram);
  if (centre === null || n < 2) return null;
  const squares = histogram.map((count, index) => count * (index + 1 - centre) ** 2);
  return total(squares) / (n - 1);
}
