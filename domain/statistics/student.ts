import { incompleteBeta } from "./beta.ts";
import { normalQuantile } from "./normal.ts";
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

/** From so many degrees of freedom on the quantile is taken from the normal one. */
const MANY = 400;

/**
 * The t with P(T ≤ t) = `probability`, for ½ < probability < 1. With many degrees of freedom by
 * Abramowitz & Stegun 26.7.5, exact to 1e-11 up to a probability of .9999.
 */
export function studentQuantile(probability: number, df: number): number {
  const asked = `${probability} ${df}`;
  const before = lately.get(asked);
  if (before !== undefined) return before;
  const found =
    df < MANY
      ? tailInverse((t) => studentTwoSided(t, df), 2 * (1 - probability))
      : fromNormal(normalQuantile(probability), df);
  if (lately.size >= MOST_KEPT) lately.clear();
  lately.set(asked, found);
  return found;
}

function fromNormal(x: number, df: number): number {
  const terms = [
    (x ** 3 + x) / 4,
    (5 * x ** 5 + 16 * x ** 3 + 3 * x) / 96,
    (3 * x ** 7 + 19 * x ** 5 + 17 * x ** 3 - 15 * x) / 384,
    (79 * x ** 9 + 776 * x ** 7 + 1482 * x ** 5 - 1920 * x ** 3 - 945 * x) / 92_160,
  ];
  return terms.reduce((sum, term, index) => sum + term / df ** (index + 1), x);
}
