import { noisyCount } from "../disclosure/cell-key.ts";
import { BINS, SCALE } from "../rating.ts";
import type { Histogram } from "../statistics/histogram.ts";
import type { Cell } from "../tally/cell.ts";

/** What a group said of one recommendation: the only thing that figures are made from. */
export interface Counted {
  histogram: Histogram;
  /** With noise, not exactly the sum of the histogram: each count has its own. */
  rated: number;
  noOpinion: number;
  skipped: number;
  first: number;
  /** How many rated, whatever noise the counts carry: the base is kept by this. */
  exactRated: number;
}

/** A group as its figures see it, the same noise in everything that is made of one count. */
export interface CountedGroup {
  ballots: number;
  choosers: number;
  recommendations: Counted[];
}

/** Reads a group out of its cell; with noise from the cell keys, or as it is. */
export function countedGroup(cell: Cell, noisy: boolean): CountedGroup {
  const { bins, first, keys } = cell;
  const seen = (count: number, key: number) => (noisy ? noisyCount(count, key) : count);
  // Every ballot is in one bin of the first recommendation: their keys are the key of them all.
  const ballots = seen(cell.ballots, sumOf(keys.subarray(0, BINS.length)) % 256);
  const recommendations = Array.from(first, (chosen, place): Counted => {
    const row = BINS.map((_, bin) => {
      const index = place * BINS.length + bin;
      return seen(bins[index]!, keys[index]!);
    });
    const points = place * BINS.length;
    const exactRated = sumOf(bins.subarray(points, points + SCALE.length));
    const ratedKey = sumOf(keys.subarray(points, points + SCALE.length)) % 256;
    return {
      histogram: row.slice(0, SCALE.length),
      // Noise must not make more people rate than answered.
      rated: Math.min(ballots, seen(exactRated, ratedKey)),
      noOpinion: row[BINS.indexOf("n")]!,
      skipped: row[BINS.indexOf("-")]!,
      first: seen(chosen, keys[bins.length + place]!),
      exactRated,
    };
  });
  return {
    ballots,
    choosers: seen(cell.choosers, keys.at(-1)!),
    recommendations,
  };
}

const sumOf = (counts: Int32Array | Uint8Array): number => {
  let sum = 0;
  for (const count of counts) sum += count;
  return sum;
};
