/** Places of the p-values from the smallest to the largest. */
const ascending = (ps: readonly number[]): number[] =>
  ps.map((_, place) => place).toSorted((a, b) => ps[a]! - ps[b]!);

/**
 * Holm's adjusted p-values, in the order given: the i-th smallest of m times m − i + 1, never below the
 * one before it, at most 1. Below 5 % in any of them is wrong with a chance of at most 5 % in all.
 * Source: Holm, Scand. J. Stat. 6 (1979) 65–70; R's `p.adjust`. None: none. One: as it is.
 */
export function holm(ps: readonly number[]): number[] {
  const adjusted = [...ps];
  let highest = 0;
  ascending(ps).forEach((place, index) => {
    highest = Math.min(1, Math.max(highest, (ps.length - index) * ps[place]!));
    adjusted[place] = highest;
  });
  return adjusted;
}

/**
 * Benjamini and Hochberg's adjusted p-values, in the order given: the i-th smallest of m times m/i, never
 * above the one after it. Of those below 5 %, at most 5 % are expected to be wrong.
 * Source: Benjamini & Hochberg, J. R. Stat. Soc. B 57 (1995) 289–300; R's `p.adjust`.
 * None: none. One: as it is.
 */
export function benjaminiHochberg(ps: readonly number[]): number[] {
  const adjusted = [...ps];
  let lowest = 1;
  ascending(ps).forEach((_, index, order) => {
    const rank = ps.length - index;
    const place = order[rank - 1]!;
    lowest = Math.min(lowest, ps[place]! * (ps.length / rank));
    adjusted[place] = lowest;
  });
  return adjusted;
}
