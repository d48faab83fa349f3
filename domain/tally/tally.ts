import { PANELS, type Panel } from "../ballot.ts";
import { type Cell, cellDifferences, emptyCell, emptyPanelCell, type PanelCell } from "./cell.ts";
import { type CountingPlan, segmentKey } from "./plan.ts";

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
  cells: Record<Panel, PanelCell>;
  /** The public's ballots again, by segment (`segmentKey`). */
  segments: Record<string, Cell>;
  /** Stored ballots that could not be read; set aside, and shown by the recount. */
  unreadable: number;
  /** Sum modulo 2^128 of the hashes of all counted ballots: equal sums, equal sets of ballots. */
  setHash: bigint;
}

export const emptyTally = ({ codes, segments }: CountingPlan): Tally => ({
  epoch: 1,
  watermarks: {},
  cells: { public: emptyPanelCell(codes.length), expert: emptyPanelCell(codes.length) },
  segments: Object.fromEntries(
    segments.map((segment) => [segmentKey(segment), emptyCell(codes.length)]),
  ),
  unreadable: 0,
  setHash: 0n,
});

/** Every figure in which two tallies differ, by name; empty when they count the same ballots. */
export function tallyDifferences(one: Tally, other: Tally): string[] {
  const differences: string[] = [];
  if (one.setHash !== other.setHash) differences.push("setHash");
  if (one.unreadable !== other.unreadable) differences.push("unreadable");
  for (const panel of PANELS) {
    for (const name of cellDifferences(one.cells[panel], other.cells[panel])) {
      differences.push(`${panel}.${name}`);
    }
  }
  for (const key of Object.keys({ ...one.segments, ...other.segments })) {
    const [a, b] = [one, other].map((tally) => tally.segments[key]);
    const empty = emptyCell((a ?? b)!.first.length);
    for (const name of cellDifferences(a ?? empty, b ?? empty)) differences.push(`${key}.${name}`);
  }
  return differences;
}
