import { normalQuantile } from "./normal.ts";
import { type Histogram, total } from "./histogram.ts";
import { meanInterval } from "./mean-interval.ts";
import { studentQuantile } from "./student.ts";

/**
 * Intervals from counts that each carry independent noise of variance v. A share and a mean are
 * quotients whose divisor, the number of ratings, carries the noise as well; so the interval holds every
 * value for which numerator − value × divisor is no further from 0 than chance and noise take it.
 * Source: Fieller, J. R. Stat. Soc. B 16 (1954) 175–185. Without noise they are Wilson's interval and
 * the interval for one mean. Where the noise drowns the number of ratings: everything.
 */

/** All x with a·x² − 2·b·x + c ≤ 0 between two ends; all between them where there is no end to it. */
function between(a: number, b: number, c: number, [low, high]: [number, number]): [number, number] {
  const root = b * b - a * c;
  if (a <= 0 || root < 0) return [low, high];
  const half = Math.sqrt(root);
  const inside = (x: number) => Math.min(high, Math.max(low, x));
  return [inside((b - half) / a), inside((b + half) / a)];
}

/**
 * 95 % of the share of `part` counts that are measured as H together, out of `of` counts with the sum n:
 * (H − p·n)² ≤ z²·(n·p·(1 − p) + v·(part·(1 − p)² + (of − part)·p²)). n ≤ 0: 0 to 1.
 */
export function noisyShareInterval(
  measured: number,
  n: number,
  v: number,
  { part, of }: { part: number; of: number },
): [number, number] {
  const z2 = normalQuantile(0.975) ** 2;
  return between(
    n * n + z2 * (n - of * v),
    measured * n + z2 * (n / 2 - part * v),
    measured ** 2 - z2 * part * v,
    [0, 1],
  );
}

/**
 * 95 % of a mean, from measured counts y and what they say of people, h: with one pseudo-respondent
 * spread evenly (`mean-interval.ts`), N = n + 1, S = Σ j·(y_j + 1/K) and sd by h,
 * (S − μ·N)² ≤ t(n − 1, .975)²·((N·sd)² + v·Σ(j − μ)²). Fewer than two ratings: 1 to K.
 */
export function noisyMeanInterval(
  measured: readonly number[],
  histogram: Histogram,
  v: number,
): [number, number] {
  const points = histogram.length;
  const found = meanInterval(histogram);
  if (found === null) return [1, points];
  const n = total(histogram) + 1;
  const sum = total(measured.map((count, index) => (index + 1) * (count + 1 / points)));
  const q2 = studentQuantile(0.975, found.df) ** 2;
  const [first, second] = [1, 2].map((power) =>
    total(histogram.map((_, index) => (index + 1) ** power)),
  ) as [number, number];
  return between(
    n * n - q2 * points * v,
    sum * n - q2 * v * first,
    sum ** 2 - q2 * ((n * found.sd) ** 2 + v * second),
    [1, points],
  );
}
