import { continuedFraction } from "./continued-fraction.ts";

/** Coefficients of 1/z, 1/z³, … in Stirling's series of ln Γ(z). */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188];
/** From here on five terms of Stirling's series are exact to the last bit. */
const LARGE = 16;

/**
 * What Stirling's formula leaves of ln Γ(z + 1): ln Γ(z + 1) − (z + ½) ln z + z − ½ ln 2π, z > 0.
 * Asymptotic series for a large z, otherwise carried down from one by Γ(z + 1) = z·Γ(z).
 * Source: Abramowitz & Stegun 6.1.41; Loader, "Fast and accurate computation of binomial
 * probabilities" (2000). Absolute error about 1e-15.
 */
export function stirlingError(z: number): number {
  let [at, carried] = [z, 0];
  for (; at < LARGE; at++) carried += (at + 0.5) * Math.log1p(1 / at) - 1;
  const inverse = 1 / at;
  return STIRLING.reduce((sum, term, index) => sum + term * inverse ** (2 * index + 1), carried);
}

/** x^a·e^−x / Γ(a), the front of both forms of the incomplete gamma function. */
const front = (x: number, a: number): number =>
  Math.exp(a * Math.log(x / a) - x + a - stirlingError(a)) * Math.sqrt(a / (2 * Math.PI));

/**
 * Q(a, x) = Γ(a, x)/Γ(a), the upper regularised incomplete gamma function, for a > 0.
 * Source: Abramowitz & Stegun 6.5.29 (series, x < a + 1) and 6.5.31 (continued fraction, beyond).
 * At x ≤ 0: 1. Relative error about 1e-13.
 */
export function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1;
  if (x >= a + 1) {
    const fraction = continuedFraction(x + 1 - a, (j) => [-j * (j - a), x + 2 * j + 1 - a]);
    return front(x, a) / fraction;
  }
  let [term, sum] = [1 / a, 1 / a];
  for (let j = 1; term > 1e-17 * sum; j++) {
    term *= x / (a + j);
    sum += term;
  }
  return 1 - front(x, a) * sum;
}
