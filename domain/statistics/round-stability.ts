import { type Histogram, total } from "./histogram.ts";

/** Answers count as stable when fewer than 15 % would have to move to turn one round into the other. */
const STABLE_BELOW = 0.15;

export interface RoundStability {
  /** The share of those who rated in both rounds that changed their rating. */
  changed: number;
  marginalChange: number;
  /** Weighted by squared distance; `null` when all said the same in both rounds. */
  kappa: number | null;
  stable: boolean;
}

/**
 * How far a panel's ratings of one recommendation moved between two rounds. `transition[a][b]` is how
 * many gave point a + 1 first and b + 1 then. Kappa is 1 − Σ(a − b)²·O_ab / (Σ(a − b)²·r_a·c_b / n), r and
 * c the totals of the two rounds.
 * Source: Scheibe et al. in Linstone & Turoff, The Delphi Method (1975), the 15 % rule; Cohen,
 * Psychol. Bull. 70 (1968) 213–220, `kappa2(weight = "squared")` of R's irr; Holey et al., BMC Med.
 * Res. Methodol. 7:52 (2007).
 * No data: `null`. One answer, or all equal in both rounds: no change, kappa not defined.
 */
export function roundStability(transition: readonly Histogram[]): RoundStability | null {
  const before = transition.map(total);
  const after = transition.map((_, point) => total(transition.map((row) => row[point] ?? 0)));
  const n = total(before);
  const marginal = marginalChange(before, after);
  if (marginal === null) return null;
  let [stayed, seen, expected] = [0, 0, 0];
  transition.forEach((row, a) => {
    row.forEach((count, b) => {
      if (a === b) stayed += count;
      seen += (a - b) ** 2 * count;
      expected += ((a - b) ** 2 * before[a]! * after[b]!) / n;
    });
  });
  return {
    changed: 1 - stayed / n,
    marginalChange: marginal,
    kappa: expected === 0 ? null : 1 - seen / expected,
    stable: marginal < STABLE_BELOW,
  };
}

/**
 * The share of answers that would have to move to turn one histogram into the other,
 * ½ Σ|p_j − q_j|: what remains to be known when nobody's two answers can be put side by side.
 * No data in one of the two: `null`.
 */
export function marginalChange(before: Histogram, after: Histogram): number | null {
  const [n, m] = [total(before), total(after)];
  if (n === 0 || m === 0) return null;
  // In whole numbers, so that exactly 15 % comes out as exactly that.
  return total(before.map((count, j) => Math.abs(count * m - (after[j] ?? 0) * n))) / (2 * n * m);
}
