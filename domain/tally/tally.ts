import { PANELS, type Panel } from "../ballot/ballot.ts";
import { type Cell, cellDifferences, emptyCell } from "./cell.ts";
import { type CountingPlan, segmentKey } from "./plan.ts";
import { emptySetHash, setHashText, type SetHash } from "./set-hash.ts";

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
  /** How many of the public's ballots are in each segment (`segmentKey`). */
  segments: Record<string, number>;
  /** Stored ballots that could not be read; set aside, and shown by the recount. */
  unreadable: number;
  /** Of all counted ballots: equal sums, equal sets of ballots. */
  setHash: SetHash;
}

export const emptyTally = ({ codes, segments }: CountingPlan): Tally => ({
  epoch: 1,
  watermarks: {},
  cells: { public: emptyCell(codes.length), expert: emptyCell(codes.length) },
  segments: Object.fromEntries(segments.map((segment) => [segmentKey(segment), 0])),
  unreadable: 0,
  setHash: emptySetHash(),
});

/** Every figure in which two tallies differ, by name; empty when they count the same ballots. */
export function tallyDifferences(one: Tally, other: Tally): string[] {
  const differences: string[] = [];
  if (setHashText(one.setHash) !== setHashText(other.setHash)) differences.push("setHash");
  if (one.unreadable !== other.unreadable) differences.push("unreadable");
  for (const panel of PANELS) {
    for (const name of cellDifferences(one.cells[panel], other.cells[panel])) {
      differences.push(`${panel}.${name}`);
    }
  }
  for (const key of Object.keys({ ...one.segments, ...other.segments })) {
    if ((one.segments[key] ?? 0) !== (other.segments[key] ?? 0)) differences.push(key);
  }
  return differences;
}
