import { fitted } from "../disclosure/fitted.ts";
import { BINS, SCALE } from "../ballot/rating.ts";
import { type Histogram, total } from "../statistics/histogram.ts";
import type { Cell } from "../tally/cell.ts";

/** What is published of one recommendation and group: every figure is made from this alone. */
export interface Counted {
  /** As they were counted, with noise: the five points, no opinion, skipped. May be below zero. */
  measured: number[];
  /** The five points as people: whole numbers ≥ 0 with the same sum. */
  histogram: Histogram;
  /** How many rated: the sum of the histogram. */
  rated: number;
  noOpinion: number;
  skipped: number;
  /** How many chose it "to do first", with noise. */
  first: number;
}

/** A group as its figures see it, with how much noise its counts carry. */
export interface CountedGroup {
  ballots: number;
  choosers: number;
  recommendations: Counted[];
  /** The variance of the noise in each count of ratings, and in each count of first choices; 0: exact. */
  variance: number;
  firstVariance: number;
}

/** The noise of a group's counts, in the order of `bins`, and of `first` with `choosers` last. */
export interface GroupNoise {
  bins: Int32Array;
  first: Int32Array;
  variance: number;
  firstVariance: number;
}

/** What may be published of a cell: with its noise, or exactly. */
export function countedGroup(cell: Cell, noise?: GroupNoise): CountedGroup {
  const recommendations = Array.from(cell.first, (chosen, place): Counted => {
    const row = place * BINS.length;
    const measured = Array.from(
      cell.bins.subarray(row, row + BINS.length),
      (count, bin) => count + (noise?.bins[row + bin] ?? 0),
    );
    return { ...rowOf(measured), first: chosen + (noise?.first[place] ?? 0) };
  });
  return {
    ballots: noise === undefined ? cell.ballots : ballotsOf(recommendations),
    choosers: cell.choosers + (noise?.first[cell.first.length] ?? 0),
    recommendations,
    variance: noise?.variance ?? 0,
    firstVariance: noise?.firstVariance ?? 0,
  };
}

/** What is left of a group without some of its ballots, from the counts of both: each with its own noise. */
export function without(
  group: CountedGroup,
  taken: { measured: readonly (readonly number[])[]; variance: number },
): CountedGroup {
  const recommendations = group.recommendations.map(({ measured }, place) => ({
    ...rowOf(measured.map((count, bin) => count - taken.measured[place]![bin]!)),
    first: 0,
  }));
  return {
    ballots: ballotsOf(recommendations),
    choosers: 0,
    recommendations,
    variance: group.variance + taken.variance,
    firstVariance: 0,
  };
}

/** What measured counts say of people. */
function rowOf(measured: number[]): Omit<Counted, "first"> {
  const histogram = fitted(measured.slice(0, SCALE.length));
  return {
    measured,
    histogram,
    rated: total(histogram),
    noOpinion: Math.max(0, measured[BINS.indexOf("n")]!),
    skipped: Math.max(0, measured[BINS.indexOf("-")]!),
  };
}

/** Every ballot is in one count of each row, so the mean of the rows' sums is how many there are. */
const ballotsOf = (rows: readonly Counted[]): number =>
  Math.max(0, Math.round(total(rows.flatMap(({ measured }) => measured)) / rows.length));
