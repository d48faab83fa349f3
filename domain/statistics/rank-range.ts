import { holm } from "./multiplicity.ts";

/** Two items compared: `direction` above 0 puts item `a` above item `b`. */
export interface ComparedPair {
  a: number;
  b: number;
  direction: number;
  p: number;
}

/**
 * Between which ranks each item lies, all of them at once with a chance of error of at most `level`:
 * from 1 + how many stand significantly above it, to k − how many stand significantly below it.
 * Holm's correction goes over all pairs given.
 * Source: Mogstad, Romano, Shaikh & Wilhelm, Rev. Econ. Stud. 91 (2024) 476–518, with Holm's
 * correction in place of the bootstrap; the ranges of R's csranks on the test data.
 * No items: nothing. One item, or no pair that differs: every rank is possible for each.
 */
export function rankRanges(
  items: number,
  pairs: readonly ComparedPair[],
  level = 0.05,
): [number, number][] {
  const ranges = Array.from({ length: items }, (): [number, number] => [1, items]);
  const adjusted = holm(pairs.map((pair) => pair.p));
  pairs.forEach(({ a, b, direction }, index) => {
    if (direction === 0 || adjusted[index]! >= level) return;
    const [above, below] = direction > 0 ? [a, b] : [b, a];
    ranges[below]![0]++;
    ranges[above]![1]--;
  });
  return ranges;
}
