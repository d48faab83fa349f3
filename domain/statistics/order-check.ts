import { type Histogram, mean, total } from "./histogram.ts";

/** A difference of the means above this is worth a look at how the order was drawn. */
const FLAGGED_ABOVE = 0.1;

export interface OrderCheck {
  /** The mean rating at the first positions, and at the last. */
  first: number;
  last: number;
  /** First − last. */
  difference: number;
  flagged: boolean;
}

/**
 * Whether recommendations were rated differently when they came early. Each block holds the ratings
 * by display position of one addressee, within which the order is drawn by chance: only there
 * do positions compare. In each block the first third of the positions stands against the last
 * third, and blocks count by the ratings these hold. A fair order gives about 0.
 * Source: docs/methods.md, "Order".
 * A block of fewer than three positions, or without ratings at one end, does not count; if none
 * does: `null`. All equal: 0.
 */
export function orderCheck(blocks: readonly (readonly Histogram[])[]): OrderCheck | null {
  let [weights, firsts, lasts] = [0, 0, 0];
  for (const positions of blocks) {
    const third = Math.floor(positions.length / 3);
    if (third === 0) continue;
    const early = pooled(positions.slice(0, third));
    const late = pooled(positions.slice(-third));
    const [first, last] = [mean(early), mean(late)];
    if (first === null || last === null) continue;
    const weight = total(early) + total(late);
    weights += weight;
    firsts += weight * first;
    lasts += weight * last;
  }
  if (weights === 0) return null;
  const [first, last] = [firsts / weights, lasts / weights];
  const difference = first - last;
  return { first, last, difference, flagged: Math.abs(difference) > FLAGGED_ABOVE };
}

/** The ratings of several positions together. */
const pooled = (positions: readonly Histogram[]): Histogram =>
  (positions[0] ?? []).map((_, point) => total(positions.map((one) => one[point] ?? 0)));
