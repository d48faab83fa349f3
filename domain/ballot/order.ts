import type { Consultation } from "../consultation/definition.ts";

/**
 * The codes in a random order within each addressee; addressees keep theirs. Fisher–Yates, so every
 * order is equally likely when `below(n)` draws each of 0..n−1 equally often.
 */
export const shuffledOrder = (
  { addressees, recommendations }: Consultation,
  below: (count: number) => number,
): string[] =>
  addressees.flatMap(({ code: addressee }) => {
    const codes = recommendations
      .filter((one) => one.addressee === addressee)
      .map((one) => one.code);
    return shuffled(codes, below);
  });

/** The same items in a random order. */
export function shuffled<Item>(items: readonly Item[], below: (count: number) => number): Item[] {
  const all = [...items];
  for (let last = all.length - 1; last > 0; last--) {
    const other = below(last + 1);
    [all[last], all[other]] = [all[other]!, all[last]!];
  }
  return all;
}
