const TINY = 1e-300;
const MOST_STEPS = 1_000_000;

/** Keeps a denominator off zero, where Lentz' method would stop. */
const away = (value: number): number => (Math.abs(value) < TINY ? TINY : value);

/**
 * The continued fraction b₀ + a₁/(b₁ + a₂/(b₂ + …)); `step(j)` gives [aⱼ, bⱼ] for j = 1, 2, …
 * Source: Lentz' method as modified by Thompson & Barnett (J. Comput. Phys. 64, 1986, 490–509).
 * Relative error about 1e-15 times the square root of the number of steps. A fraction that has not
 * settled after a million steps is a fault of the caller's and throws.
 */
export function continuedFraction(
  b0: number,
  step: (j: number) => readonly [number, number],
): number {
  let fraction = away(b0);
  let c = fraction;
  let d = 0;
  for (let j = 1; j <= MOST_STEPS; j++) {
    const [a, b] = step(j);
    d = 1 / away(b + a * d);
    c = away(b + a / c);
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) return fraction;
  }
  throw new RangeError("continued fraction without a limit");
}
