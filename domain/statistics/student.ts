import { incompleteBeta } from "./beta.ts";
import { tailInverse } from "./tail-inverse.ts";

/**
 * P(|T| > t) of Student's t with `df` > 0 degrees of freedom, not necessarily a whole number.
 * Source: Abramowitz & Stegun 26.7.1. At t = 0: 1. Relative error about 1e-12.
 */
export const studentTwoSided = (t: number, df: number): number =>
  incompleteBeta(df / (df + t * t), df / 2, 0.5, (t * t) / (df + t * t));

/** Quantiles that were asked for lately: the same few are needed again and again. */
const lately = new Map<string, number>();
const MOST_KEPT = 1000;

/** The t with P(T ≤ t) = `probability`, for ½ < probability < 1. */
export function studentQuantile(probability: number, df: number): number {
  const asked = `${probability} ${df}`;
  const before = lately.get(asked);
  if (before !== undefined) return before;
  const found = tailInverse((t) => studentTwoSided(t, df), 2 * (1 - probability));
  if (lately.size >= MOST_KEPT) lately.clear();
  lately.set(asked, found);
  return found;
}
