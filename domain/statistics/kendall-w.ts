import { chiSquaredTail } from "./chi-squared.ts";
import { fisherTail } from "./fisher.ts";

export interface KendallW {
  /** Σ (R_i − m(k + 1)/2)², how far the rank sums stand from what chance expects. */
  s: number;
  w: number;
  /** Friedman's χ² = m(k − 1)W, its degrees of freedom, and the p-value that R prints for it. */
  chi2: number;
  df: number;
  chi2P: number;
  /** Iman and Davenport's F = (m − 1)W/(1 − W), infinite at W = 1, and its degrees of freedom. */
  f: number;
  fDf: [number, number];
  /** By F, which in a small panel is much nearer to the exact p-value than χ² is. */
  p: number;
}

/**
 * Kendall's coefficient of concordance, corrected for ties: how far m raters put k items in the same
 * order, 0 not at all to 1 completely. W = 12S/(m²(k³ − k) − m·ΣT), from the raters who rated every
 * item: `rankSums` are the sums R_i of their mid-ranks, `tieSum` is ΣT, T = Σ(t³ − t) over the groups
 * of tied items of one rater.
 * Source: Kendall & Babington Smith, Ann. Math. Stat. 10 (1939) 275–287; F by Iman & Davenport
 * (Commun. Stat. A9, 1980); the same as `kendall(correct = TRUE)` of R's irr and `friedman.test`.
 * No data or one rater: `null`. Every rater gives all items the same rating, or there is one item
 * only: `null`, as nobody put anything in order.
 */
export function kendallW({
  raters,
  rankSums,
  tieSum,
}: {
  raters: number;
  rankSums: readonly number[];
  tieSum: number;
}): KendallW | null {
  const k = rankSums.length;
  const most = raters ** 2 * (k ** 3 - k) - raters * tieSum;
  if (raters < 2 || most === 0) return null;
  const expected = (raters * (k + 1)) / 2;
  const s = rankSums.reduce((sum, one) => sum + (one - expected) ** 2, 0);
  const w = (12 * s) / most;
  const df = k - 1;
  const chi2 = raters * df * w;
  const f = ((raters - 1) * 12 * s) / (most - 12 * s);
  const fDf: [number, number] = [df, df * (raters - 1)];
  return { s, w, chi2, df, chi2P: chiSquaredTail(chi2, df), f, fDf, p: fisherTail(f, ...fDf) };
}

/**
 * The mid-ranks of one rater's complete row, 1 for the lowest rating: 1 + how many are lower + half of
 * how many others are equal; and the row's T = Σ(t³ − t) over its groups of t equal ratings.
 * Nothing rated: nothing. One item: rank 1. All equal: each the middle rank, T = k³ − k.
 */
export function midRanks(ratings: readonly number[]): { ranks: number[]; ties: number } {
  let ties = 0;
  const ranks = ratings.map((rating) => {
    const lower = ratings.filter((other) => other < rating).length;
    const equal = ratings.filter((other) => other === rating).length;
    // Each of the t items of a group adds t² − 1, together t³ − t.
    ties += equal ** 2 - 1;
    return lower + (equal + 1) / 2;
  });
  return { ranks, ties };
}
