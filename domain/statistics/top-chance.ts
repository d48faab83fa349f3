import { symmetricEigen } from "./eigen.ts";

/**
 * The chance of each item to be among the `top` best in truth, if chance is all that stands between the
 * means found and the true ones: means are drawn from a normal distribution around `means` with
 * covariance `covariance`/`n`, and the share of draws is counted in which the item is among the best.
 * For answers with gaps, give the covariance of the means themselves, n_ij·s_ij/(n_i·n_j), and n = 1.
 * Negative eigenvalues, which gaps can cause, count as 0. `chance` gives numbers from 0 to below 1,
 * evenly spread; 20,000 draws leave an error of about .0035 at worst (one standard error).
 * Source: docs/methods.md, "P(top q)"; Box & Muller, Ann. Math. Stat. 29 (1958) 610–611.
 * No items: nothing. No variance: 1 for those among the best, 0 for others; who ties for the last
 * place is among them.
 */
export function topChance({
  means,
  covariance,
  n,
  top,
  draws = 20_000,
  chance,
}: {
  means: readonly number[];
  covariance: readonly (readonly number[])[];
  n: number;
  top: number;
  draws?: number;
  chance: () => number;
}): number[] {
  const root = squareRoot(covariance, n);
  const among = means.map(() => 0);
  for (let draw = 0; draw < draws; draw++) {
    const noise = means.map(() => normal(chance));
    const drawn = means.map((centre, i) =>
      root[i]!.reduce((sum, part, j) => sum + part * noise[j]!, centre),
    );
    const last = drawn.toSorted((x, y) => y - x)[Math.min(top, drawn.length) - 1] ?? Infinity;
    drawn.forEach((value, i) => {
      if (value >= last) among[i]!++;
    });
  }
  return among.map((count) => count / draws);
}

/** A matrix whose product with its own transpose is `covariance`/`n`. */
function squareRoot(covariance: readonly (readonly number[])[], n: number): number[][] {
  const { values, vectors } = symmetricEigen(covariance);
  return vectors.map((row) => row.map((part, j) => part * Math.sqrt(Math.max(0, values[j]!) / n)));
}

const normal = (chance: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
