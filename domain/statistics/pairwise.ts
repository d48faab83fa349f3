import { fairBinomial } from "./binomial.ts";
import { type Histogram, mean, total, variance } from "./histogram.ts";
import type { CompletePairSums, PairSums } from "./pair-sums.ts";
import { studentTwoSided } from "./student.ts";

export interface PairTest {
  /** How many rated both. */
  n: number;
  /** The difference of the means, A − B; 0 when one of them has none. */
  difference: number;
  /** The unbiased covariance among those who rated both; `null` for fewer than two. */
  covariance: number | null;
  /** The variance of the difference; `null` for fewer than two who rated both. */
  variance: number | null;
  /** `null` where there is no variance to divide by. */
  t: number | null;
  df: number;
  p: number;
}

/** Below this part of what it is made of, a variance is what rounding left of zero. */
const ROUNDING = 1e-12;

/**
 * Whether two recommendations differ in their mean rating, by everybody who rated either of them: the
 * difference of their own means, variance s_a²/n_a + s_b²/n_b − 2·n·cov/(n_a·n_b), t with n − 1 degrees of
 * freedom, n the people who rated both. When all rated both, it is the paired t test.
 * Source: docs/methods.md, "Rank range".
 * Fewer than two who rated both: p = 1, as nothing can be said. No variance (all equal; or
 * missing answers bring the estimate below 0): p = 1 without a difference, otherwise by the sign test.
 */
export function pairTest(a: Histogram, b: Histogram, pair: PairSums): PairTest {
  const { n } = pair;
  const [na, nb] = [total(a), total(b)];
  const [meanA, meanB] = [mean(a), mean(b)];
  const difference = meanA === null || meanB === null ? 0 : meanA - meanB;
  const covariance = covarianceOf(pair);
  if (covariance === null) return unknown(n, difference);
  const own = variance(a)! / na + variance(b)! / nb;
  const shared = (2 * n * covariance) / (na * nb);
  const rest = own - shared <= ROUNDING * own ? 0 : own - shared;
  return tested(pair, difference, covariance, rest);
}

/**
 * The paired t test: the same question by those alone who rated both, in the definition of R's
 * `t.test(paired = TRUE)`. No data, one answer, all equal: as in `pairTest`.
 */
export function pairedTest(pair: CompletePairSums): PairTest {
  const { n, sumA, sumB, sumSquaredDifferences } = pair;
  const difference = n === 0 ? 0 : (sumA - sumB) / n;
  const covariance = covarianceOf(pair);
  if (covariance === null) return unknown(n, difference);
  // n·Σd² − (Σd)² is a whole number, and exactly 0 when all differences are equal.
  const spread = n * sumSquaredDifferences - (sumA - sumB) ** 2;
  return tested(pair, difference, covariance, spread / (n * n * (n - 1)));
}

/**
 * The exact two-sided sign test: how likely a split at least as uneven as `winsA` to `winsB` is if
 * either is as likely, min(1, 2·P(Bin(n, ½) ≤ the smaller)). Equal ratings do not count. It holds for
 * any number of people, and for counts of single choices as well.
 * Source: R's `binom.test`; docs/methods.md, "Rank range". No data, one answer, or as many on both
 * sides: 1.
 */
export const signTest = (winsA: number, winsB: number): { p: number } => ({
  p: Math.min(1, 2 * fairBinomial(Math.min(winsA, winsB), winsA + winsB)),
});

function covarianceOf({ n, sumA, sumB, sumAB }: PairSums): number | null {
  return n < 2 ? null : (sumAB - (sumA * sumB) / n) / (n - 1);
}

const unknown = (n: number, difference: number): PairTest => ({
  n,
  difference,
  covariance: null,
  variance: null,
  t: null,
  df: Math.max(0, n - 1),
  p: 1,
});

function tested(
  { n, winsA, winsB }: PairSums,
  difference: number,
  covariance: number,
  variance: number,
): PairTest {
  const df = n - 1;
  const same = { n, difference, covariance, variance, df };
  if (variance > 0) {
    const t = difference / Math.sqrt(variance);
    return { ...same, t, p: studentTwoSided(t, df) };
  }
  return { ...same, t: null, p: difference === 0 ? 1 : signTest(winsA, winsB).p };
}
