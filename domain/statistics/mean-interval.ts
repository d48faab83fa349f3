import { type Histogram, total } from "./histogram.ts";
import { studentQuantile } from "./student.ts";

export interface MeanInterval {
  /** m̃, the middle of the interval before it is clipped; the mean that is shown stays the plain one. */
  mean: number;
  sd: number;
  df: number;
  interval: [number, number];
}

/**
 * The 95 % interval of a mean rating: one pseudo-respondent spread evenly over the K points
 * (Dirichlet, a = 1/K), m̃ = Σ j(h_j + 1/K)/(n + 1), sd² = (Σ j²(h_j + 1/K)/(n + 1) − m̃²)/(n + 2),
 * interval m̃ ± t(n − 1, .975)·sd, clipped to 1..K.
 * Source: docs/methods.md, "Interval for one mean" (covers .94 and better from n = 10).
 * No data or one answer: `null` (no degrees of freedom). All equal: a short interval, never empty.
 */
export function meanInterval(histogram: Histogram): MeanInterval | null {
  const n = total(histogram);
  if (n < 2) return null;
  const points = histogram.length;
  let [first, second] = [0, 0];
  histogram.forEach((count, index) => {
    const weight = (count + 1 / points) / (n + 1);
    first += (index + 1) * weight;
    second += (index + 1) ** 2 * weight;
  });
  const sd = Math.sqrt((second - first ** 2) / (n + 2));
  const df = n - 1;
  const half = studentQuantile(0.975, df) * sd;
  return {
    mean: first,
    sd,
    df,
    interval: [Math.max(1, first - half), Math.min(points, first + half)],
  };
}
