import { type Histogram, mean, total } from "./histogram.ts";

/**
 * Tastle and Wierman's consensus: 1 + Σ p_j log₂(1 − |j − m|/(K − 1)), m the mean rating, over the
 * points that somebody chose. 1 when all say the same, 0 when half stand at each end.
 * Source: Tastle & Wierman, Int. J. Approx. Reasoning 45 (2007) 531–545; `consensus` of R's agrmt.
 * No data: `null`. One answer, or all equal: 1.
 */
export function consensusTW(histogram: Histogram): number | null {
  const n = total(histogram);
  const centre = mean(histogram);
  if (centre === null) return null;
  const widest = histogram.length - 1;
  return histogram.reduce(
    (sum, count, index) =>
      count === 0 ? sum : sum + (count / n) * Math.log2(1 - Math.abs(index + 1 - centre) / widest),
    1,
  );
}
