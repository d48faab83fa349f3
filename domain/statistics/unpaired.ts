import { type Histogram, mean, total } from "./histogram.ts";
import { studentQuantile, studentTwoSided } from "./student.ts";

/** A mean with what is known of how far it may be off. */
export interface MeanWithError {
  mean: number;
  /** The variance that chance leaves the mean, by those who rated. */
  variance: number;
  /** Degrees of freedom of that variance. */
  df: number;
  /** The variance that noise adds; known, not estimated. */
  noise: number;
}

/**
 * The variance that noise of variance v in each count adds to a mean, v·Σ((j − m)/n)²: by the first
 * derivatives of the quotient. No data: 0.
 */
export function meanNoise(histogram: Histogram, v: number): number {
  const [n, centre] = [total(histogram), mean(histogram)];
  if (centre === null) return 0;
  return v * total(histogram.map((_, index) => ((index + 1 - centre) / n) ** 2));
}

/**
 * Whether two means differ, as if different people had given them: t = (m_a − m_b)/√V with V the sum of
 * all four variances, degrees of freedom V²/(A²/df_a + B²/df_b), A and B the estimated ones; two-sided p.
 * The same people rate both, and who rates high rates both high, so the difference varies less than
 * this says: it errs towards "not different" (simulated in tests/domain/release/coverage.test.ts).
 * Source: Welch, Biometrika 34 (1947) 28–35; docs/methods.md, "Rank range". No variance at all: p = 1
 * for equal means, else 0.
 */
export function unpairedTest(
  a: MeanWithError,
  b: MeanWithError,
): { difference: number; p: number } {
  const difference = a.mean - b.mean;
  const { whole, df } = together(a, b);
  if (whole === 0) return { difference, p: difference === 0 ? 1 : 0 };
  return { difference, p: studentTwoSided(difference / Math.sqrt(whole), df) };
}

/**
 * The 95 % interval of a mean less another, by the same variance and degrees of freedom: (m_a − m_b) ± t·√V.
 * No variance at all: the difference itself, twice.
 */
export function differenceInterval(a: MeanWithError, b: MeanWithError): [number, number] {
  const difference = a.mean - b.mean;
  const { whole, df } = together(a, b);
  const half = whole === 0 ? 0 : studentQuantile(0.975, df) * Math.sqrt(whole);
  return [difference - half, difference + half];
}

/** The variance of a difference, and its degrees of freedom. */
function together(a: MeanWithError, b: MeanWithError): { whole: number; df: number } {
  const whole = a.variance + b.variance + a.noise + b.noise;
  const df = whole ** 2 / (a.variance ** 2 / a.df + b.variance ** 2 / b.df);
  // Nearly all of it known noise: the normal distribution, to far more digits than are read.
  return { whole, df: Math.min(df, 1e6) };
}
