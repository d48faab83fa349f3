/**
 * Noise that depends on who is in a cell: each ballot has a random byte, a cell's key is the sum of
 * its ballots' bytes modulo 256, and the key looks its noise up in a fixed table. The same cell
 * always gets the same noise; one ballot more, and it is drawn anew, so that neither repeating nor
 * subtracting tells a count. Source: the cell-key method of the ONS (census of 2021).
 */

/** Largest noise, and the λ for which p(v) ∝ exp(−λv²), |v| ≤ D has variance 3 (Destatis `ptable`). */
const LARGEST = 5;
const LAMBDA = 0.16399992146142034;

/** The possible noises, −5 to 5, with their probabilities. */
export const NOISE_TABLE: readonly { noise: number; probability: number }[] = (() => {
  const noises = Array.from({ length: 2 * LARGEST + 1 }, (_, index) => index - LARGEST);
  const weights = noises.map((noise) => Math.exp(-LAMBDA * noise ** 2));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return noises.map((noise, index) => ({ noise, probability: weights[index]! / sum }));
})();

/** The noise of a cell key, given as a fraction 0 ≤ key < 1. */
export function cellNoise(key: number): number {
  let cumulative = 0;
  for (const { noise, probability } of NOISE_TABLE) {
    cumulative += probability;
    if (key < cumulative) return noise;
  }
  return LARGEST;
}

// A key stands for the middle of its 256th part.
const NOISE_OF_KEY = Array.from({ length: 256 }, (_, key) => cellNoise((key + 0.5) / 256));

/** A count with the noise of its key (0..255); an empty cell stays empty, and none goes below. */
export const noisyCount = (count: number, key: number): number =>
  count === 0 ? 0 : Math.max(0, count + NOISE_OF_KEY[key]!);
