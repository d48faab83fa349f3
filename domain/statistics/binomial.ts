import { incompleteBeta } from "./beta.ts";

/**
 * P(X ≤ `count`) for X binomial with `n` fair trials, exact, also for millions of them.
 * Source: Abramowitz & Stegun 26.5.24 (incomplete beta function). No trials: 1.
 */
export const fairBinomial = (count: number, n: number): number =>
  count >= n ? 1 : incompleteBeta(0.5, n - count, count + 1);
