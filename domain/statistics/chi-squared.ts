import { upperGamma } from "./gamma.ts";

/**
 * P(χ² > x) with `df` degrees of freedom.
 * Source: Abramowitz & Stegun 26.4.19. At x = 0: 1. Relative error about 1e-13.
 */
export const chiSquaredTail = (x: number, df: number): number => upperGamma(df / 2, x / 2);
