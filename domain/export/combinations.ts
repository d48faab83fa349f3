import { type Combinations, combinationKey, WITHHELD } from "./k-anonymity.ts";

/** Most combinations that are held and decided on: some megabytes, and some seconds. */
const MOST_COMBINATIONS = 50_000;

/** Counts, ballot by ballot, how often each combination of values occurs. */
export interface CombinationCounter {
  add(values: readonly string[]): void;
  counted(): Combinations;
  /** The places of the columns that were left out, so that there are not too many combinations. */
  leftOut(): ReadonlySet<number>;
}

/**
 * A counter for columns that can have so many values each. Where there are more than `most` combinations,
 * the column with the most possible values is left out, and so on: whatever the order of the ballots, the
 * same columns, since a combination that was seen stays seen.
 */
export function combinationCounter(
  widths: readonly number[],
  most: number = MOST_COMBINATIONS,
): CombinationCounter {
  const out = new Set<number>();
  let counts = new Map<string, number>();
  const count = (values: readonly string[], many: number) => {
    const key = combinationKey(values.map((value, place) => (out.has(place) ? WITHHELD : value)));
    counts.set(key, (counts.get(key) ?? 0) + many);
  };
  const leaveWidestOut = () => {
    const left = widths.flatMap((width, place) => (out.has(place) ? [] : [{ width, place }]));
    out.add(left.toSorted((a, b) => b.width - a.width)[0]!.place);
    const before = counts;
    counts = new Map();
    for (const [key, many] of before) count(key.split(" "), many);
  };
  return {
    add(values) {
      count(values, 1);
      while (counts.size > most) leaveWidestOut();
    },
    counted: () => counts,
    leftOut: () => out,
  };
}
