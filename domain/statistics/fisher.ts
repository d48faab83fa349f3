import { incompleteBeta } from "./beta.ts";

/**
 * P(F > f) of the F distribution with `df1` and `df2` degrees of freedom.
 * Source: Abramowitz & Stegun 26.6.2. At f = 0: 1; at f = ∞: 0. Relative error about 1e-12.
 */
export function fisherTail(f: number, df1: number, df2: number): number {
  const whole = df2 + df1 * f;
  return incompleteBeta(df2 / whole, df2 / 2, df1 / 2, (df1 * f) / whole);
}
