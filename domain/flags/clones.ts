import type { PackedRatings } from "../ballot/rating.ts";
import { chanceBy, type Published } from "./chance.ts";
import type { FlaggingRules } from "./rules.ts";

/** Rows of ratings and how many ballots say just that. */
export type Rows = ReadonlyMap<PackedRatings, number>;

/**
 * How many copies of each row are beyond what may be: the excess over max(least, ⌈ballots/oneIn⌉, ⌈times·λ⌉), for rows that rate
 * enough. One that says much the same as most may be what most think, so of it one in `usual.oneIn` ballots may be copies; and as a campaign
 * that is large enough makes itself what most say, no point counts there as likelier than `usual.most`. What may be follows from published counts alone, never from the ballots; so one ballot
 * more or less changes one row's excess by one at most, and with it one contribution to whatever is counted of it.
 */
export function excessCopies(
  rows: Rows,
  published: Published,
  { ratedFrom, offMode, least, oneIn, times, usual }: FlaggingRules["clones"],
): Map<PackedRatings, number> {
  const [chance, capped] = [chanceBy(published), chanceBy(published, usual.most)];
  const mayBe = (part: number) => Math.max(least, Math.ceil(published.ballots / part));
  const excess = new Map<PackedRatings, number>();
  for (const [row, copies] of rows) {
    if (copies <= mayBe(oneIn)) continue;
    const shape = chance.shape(row);
    if (shape.rated < ratedFrom) continue;
    const [judged, part] = shape.offMode < offMode ? [capped, usual.oneIn] : [chance, oneIn];
    const beyond = copies - Math.max(mayBe(part), Math.ceil(times * judged.expected(row)));
    if (beyond > 0) excess.set(row, beyond);
  }
  return excess;
}
