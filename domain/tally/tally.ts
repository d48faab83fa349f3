import { PANELS, type Panel } from "../ballot.ts";
import { BINS } from "../rating.ts";

/** The additive counts of one group of ballots; every number but `changes` can go up and down. */
export interface Cell {
  /** Ballots that are counted now. */
  ballots: number;
  /** Stream records that touched this cell so far; only grows. Release rules are kept by it. */
  changes: number;
  /** One count for each recommendation (catalogue order) and bin (order of `BINS`), row by row. */
  bins: Int32Array;
  /** How many chose each recommendation "to do first", catalogue order. */
  first: Int32Array;
}

/** How far one shard of the stream has been counted. */
export interface Watermark {
  sequence: string;
  /** Since when (ISO time) the shard is no longer listed; it is forgotten two days later. */
  goneSince?: string;
}

/**
 * Everything counted of one consultation, together with how far the stream has been read.
 * Invariant: the counts reflect exactly the records at or below the watermarks, each once.
 */
export interface Tally {
  /** Which count this is; rebuilding from the ballots begins the next one. */
  epoch: number;
  watermarks: Record<string, Watermark>;
  cells: Record<Panel, Cell>;
  /** Stored ballots that could not be read; set aside, and shown by the recount. */
  unreadable: number;
  /** Sum modulo 2^128 of the hashes of all counted ballots: equal sums, equal sets of ballots. */
  setHash: bigint;
}

const emptyCell = (recommendations: number): Cell => ({
  ballots: 0,
  changes: 0,
  bins: new Int32Array(recommendations * BINS.length),
  first: new Int32Array(recommendations),
});

export const emptyTally = (recommendations: number): Tally => ({
  epoch: 1,
  watermarks: {},
  cells: { public: emptyCell(recommendations), expert: emptyCell(recommendations) },
  unreadable: 0,
  setHash: 0n,
});

/** Every figure in which two tallies differ, by name; empty when they count the same ballots. */
export function tallyDifferences(one: Tally, other: Tally): string[] {
  const differences: string[] = [];
  const compare = (name: string, a: unknown, b: unknown) => {
    if (String(a) !== String(b)) differences.push(name);
  };
  compare("setHash", one.setHash, other.setHash);
  compare("unreadable", one.unreadable, other.unreadable);
  for (const panel of PANELS) {
    const [a, b] = [one.cells[panel], other.cells[panel]];
    compare(`${panel}.ballots`, a.ballots, b.ballots);
    compare(`${panel}.bins`, a.bins, b.bins);
    compare(`${panel}.first`, a.first, b.first);
  }
  return differences;
}
