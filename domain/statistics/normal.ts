import { chiSquaredTail } from "./chi-squared.ts";
import { tailInverse } from "./tail-inverse.ts";

/**
 * The z with Φ(z) = `probability`, for ½ < probability < 1: Z² is χ² with one degree of freedom.
 * Relative error about 1e-13; 1.959963984540054 at .975.
 */
export function normalQuantile(probability: number): number {
  const before = known.get(probability);
  if (before !== undefined) return before;
  const found = tailInverse((z) => chiSquaredTail(z * z, 1), 2 * (1 - probability));
  // Hardly ever another one than .975: kept, since it is asked for with every interval.
  if (known.size < MOST_KEPT) known.set(probability, found);
  return found;
}

const known = new Map<number, number>();
const MOST_KEPT = 100;

/** The two-sided p-value of a normal z, by the same χ². */
export const normalTwoSided = (z: number): number => chiSquaredTail(z * z, 1);
