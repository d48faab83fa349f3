import type { PackedRatings } from "../ballot/rating.ts";
import { chanceBy, type Published } from "./chance.ts";
import type { FlaggingRules } from "./rules.ts";

/** Rows of ratings and how many ballots say just that. */
export type Rows = ReadonlyMap<PackedRatings, number>;

/**
 * How many copies of each row are beyond what may be: the excess over max(least, ⌈ballots/oneIn⌉, ⌈times·λ⌉), for rows that rate enough and
 * differ enough from what most say. What may be follows from published counts alone, never from the ballots; so one ballot
 * more or less changes one row's excess by one at most, and with it one contribution to whatever is counted of it.
 */
export function excessCopies(
  rows: Rows,
  published: Published,
  { ratedFrom, offMode, least, oneIn, times }: FlaggingRules["clones"],
): Map<PackedRatings, number> {
  const chance = chanceBy(published);
  const usual = Math.max(least, Math.ceil(published.ballots / oneIn));
  const excess = new Map<PackedRatings, number>();
  for (const [row, copies] of rows) {
    if (copies <= usual) continue;
    const shape = chance.shape(row);
    if (shape.rated < ratedFrom || shape.offMode < offMode) continue;
    const beyond = copies - Math.max(usual, Math.ceil(times * chance.expected(row)));
    if (beyond > 0) excess.set(row, beyond);
  }
  return excess;
}
