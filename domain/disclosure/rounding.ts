// Adding nought makes of −0, which a release could not tell from 0, what it is.

/** Rounds to that many decimals, halves up, as people do. */
export const round = (value: number, decimals: number): number =>
  Math.round((value + Number.EPSILON) * 10 ** decimals) / 10 ** decimals + 0;

/**
 * An interval with that many decimals that contains the given one: what is printed must cover. A
 * hair's breadth is allowed for what arithmetic adds to a decimal that is already round.
 */
export function outwards(
  [low, high]: readonly [number, number],
  decimals: number,
): [number, number] {
  const [scale, hair] = [10 ** decimals, 1e-9];
  return [Math.floor(low * scale + hair) / scale + 0, Math.ceil(high * scale - hair) / scale + 0];
}

/** Decimals of a mean, and of its interval, made of that many ratings: no finer than it can tell. */
export const meanDecimals = (rated: number): 1 | 2 | 3 => (rated < 100 ? 1 : rated < 3_000 ? 2 : 3);

/** Decimals of a share as a part of 1, and of its interval. */
export const shareDecimals = (rated: number): 2 | 3 | 4 =>
  rated < 1_000 ? 2 : rated < 100_000 ? 3 : 4;

/**
 * A share with that many decimals, from whole counts. A half goes to the even neighbour, so that two
 * shares of one row never come to more than the whole; and nothing is rounded to all or to nothing that
 * is neither.
 */
export function roundShare(count: number, of: number, decimals: number): number {
  const scale = 10 ** decimals;
  const below = Math.floor((count * scale) / of);
  const rest = count * scale - below * of;
  const isUp = rest * 2 > of || (rest * 2 === of && below % 2 === 1);
  const nearest = isUp ? below + 1 : below;
  if (nearest === scale && count < of) return (scale - 1) / scale;
  return (nearest === 0 && count > 0 ? 1 : nearest) / scale;
}
