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
