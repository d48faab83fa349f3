import { type Histogram, total } from "./histogram.ts";

/** How much a person identifies with those who answer alike; 1.6 is the authors' upper limit. */
const ALPHA = 1.6;

/**
 * Esteban and Ray's polarisation, 2^(1+α) Σ_a Σ_b p_a^(1+α)·p_b·|y_a − y_b| with y = (j − 1)/(K − 1)
 * and α = 1.6: 0 when all say the same, 1 when half stand at each end. It is not linear: flat answers
 * on five points give .185.
 * Source: Esteban & Ray, Econometrica 62 (1994) 819–851; the factor in front is ours.
 * No data: `null`. One answer, or all equal: 0.
 */
export function polarisationER(histogram: Histogram): number | null {
  const n = total(histogram);
  if (n === 0) return null;
  const shares = histogram.map((count) => count / n);
  const widest = histogram.length - 1;
  let sum = 0;
  shares.forEach((own, a) => {
    shares.forEach((other, b) => {
      sum += own ** (1 + ALPHA) * other * (Math.abs(a - b) / widest);
    });
  });
  return 2 ** (1 + ALPHA) * sum;
}
