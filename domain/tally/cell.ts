import { BINS } from "../ballot/rating.ts";

/** The additive counts of one group of ballots. */
export interface Cell {
  /** Ballots that are counted now. */
  ballots: number;
  /** One count for each recommendation (catalogue order) and bin (order of `BINS`), row by row. */
  bins: Int32Array;
  /** How many chose each recommendation "to do first", catalogue order. */
  first: Int32Array;
  /** Ballots that chose anything "to do first". */
  choosers: number;
}

export const emptyCell = (recommendations: number): Cell => ({
  ballots: 0,
  bins: new Int32Array(recommendations * BINS.length),
  first: new Int32Array(recommendations),
  choosers: 0,
});

/** Names of the counts in which two cells differ. */
export const cellDifferences = (one: Cell, other: Cell): string[] =>
  (Object.keys(one) as (keyof Cell)[]).filter((name) => String(one[name]) !== String(other[name]));

/** A cell that is wrong by what `wrong` and `right` differ in, put right. */
export function mendedCell(now: Cell, right: Cell, wrong: Cell): Cell {
  const mended = (name: "bins" | "first") =>
    now[name].map((count, place) => count + right[name][place]! - wrong[name][place]!);
  return {
    ballots: now.ballots + right.ballots - wrong.ballots,
    bins: mended("bins"),
    first: mended("first"),
    choosers: now.choosers + right.choosers - wrong.choosers,
  };
}
