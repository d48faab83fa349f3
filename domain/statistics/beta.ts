import { continuedFraction } from "./continued-fraction.ts";
import { stirlingError } from "./gamma.ts";

/** a·ln(a/e) + e − a: how far a count stands from what is expected, without cancelling. */
function deviance(a: number, expected: number): number {
  const more = expected - a;
  return more + a * (Math.abs(more) < a / 2 ? -Math.log1p(more / a) : Math.log(a / expected));
}

/** x^a·y^b / B(a, b), exact to twelve digits also where a and b are in the millions. */
function front(x: number, y: number, a: number, b: number): number {
  const n = a + b;
  const stirling = stirlingError(n) - stirlingError(a) - stirlingError(b);
  const exponent = stirling - deviance(a, n * x) - deviance(b, n * y);
  return Math.exp(exponent) * Math.sqrt((a * (b / n)) / (2 * Math.PI));
}

/**
 * I_x(a, b) by its continued fraction, for `above` = a − (a + b)x ≥ 0. In this form no digits are lost
 * where x is close to 1, which the t distribution with many degrees of freedom takes it to.
 */
function byFraction(x: number, y: number, a: number, b: number, above: number): number {
  const denominator = (j: number) =>
    j +
    (j * (b - j) * x) / (a + 2 * j - 1) +
    ((a + j) * (above + 1 + j * (1 + y))) / (a + 2 * j + 1);
  const fraction = continuedFraction((a * (above + 1)) / (a + 1), (j) => {
    const middle = x / (a + 2 * j - 1);
    return [(a + j - 1) * (a + b + j - 1) * j * (b - j) * middle * middle, denominator(j)];
  });
  return front(x, y, a, b) / fraction;
}

/**
 * I_x(a, b), the regularised incomplete beta function, for a, b > 0. `y` is 1 − x, to be given where
 * the caller knows it more exactly than the subtraction does.
 * Source: DiDonato & Morris, ACM TOMS 18 (1992) 360–373 (their continued fraction); the front by Loader's
 * deviances (2000), so that large arguments lose no digits. At x ≤ 0: 0; at x ≥ 1: 1.
 * Relative error about 1e-12.
 */
export function incompleteBeta(x: number, a: number, b: number, y: number = 1 - x): number {
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  const above = x > y ? (a + b) * y - b : a - (a + b) * x;
  return above >= 0 ? byFraction(x, y, a, b, above) : 1 - byFraction(y, x, b, a, -above);
}
