import { type Histogram, total } from "./histogram.ts";

/**
 * Disagreement D: the mean distance between two random respondents ÷ its maximum,
 * 4 Σ F_j (1 − F_j) / (K − 1) over j < K, F the cumulative share. 0 when all say the same, 1 when
 * half stand at each end. Source: 1 − Blair & Lacy's l² (docs/methods.md, "Consensus").
 * No data: `null`. One answer, or all equal: 0.
 */
export function disagreement(histogram: Histogram): number | null {
  const n = total(histogram);
  if (n === 0) return null;
  let [below, sum] = [0, 0];
  for (const count of histogram.slice(0, -1)) {
    below += count;
    sum += (below / n) * (1 - below / n);
  }
  return (4 * sum) / (histogram.length - 1);
}
