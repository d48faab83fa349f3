/**
 * Student's t: the quantile that the interval of a mean needs.
 * Source: Abramowitz & Stegun 26.5.8 and 26.7.1 (incomplete beta function by its continued
 * fraction), Lanczos' approximation of ln Γ (g = 7, 9 terms). Accurate to about 1e-12.
 */

const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
  -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
  1.5056327351493116e-7,
];

function logGamma(x: number): number {
  const z = x - 1;
  const sum = LANCZOS.reduce(
    (all, term, index) => all + (index === 0 ? term : term / (z + index)),
    0,
  );
  const t = z + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}

/** The continued fraction of the incomplete beta function, by Lentz' method. */
function betaFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const away = (value: number) => (Math.abs(value) < tiny ? tiny : value);
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let c = 1;
  let fraction = d;
  for (let m = 1; m <= 1000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return fraction;
}

/** I_x(a, b), the regularised incomplete beta function, for 0 ≤ x ≤ 1. */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x),
  );
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(x, a, b)) / a
    : 1 - (front * betaFraction(1 - x, b, a)) / b;
}

/** P(|T| > t) for `df` degrees of freedom. */
export const studentTwoSided = (t: number, df: number): number =>
  incompleteBeta(df / (df + t * t), df / 2, 0.5);

/** The t with P(T ≤ t) = `probability`, for ½ < probability < 1, by bisection. */
export function studentQuantile(probability: number, df: number): number {
  const tails = 2 * (1 - probability);
  let [low, high] = [0, 1];
  while (studentTwoSided(high, df) > tails) high *= 2;
  for (let step = 0; step < 100 && high - low > 1e-14 * high; step++) {
    const middle = (low + high) / 2;
    if (studentTwoSided(middle, df) > tails) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
