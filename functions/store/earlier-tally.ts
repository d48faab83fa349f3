import { inflateRawSync } from "node:zlib";
import type { Panel } from "../../domain/ballot/ballot.ts";
import { type Cell, emptyCell } from "../../domain/tally/cell.ts";
import { emptySetHash } from "../../domain/tally/set-hash.ts";
import type { Tally, Watermark } from "../../domain/tally/tally.ts";

/** A cell as form 1 wrote it down, as far as it is still counted. */
interface EarlierCell {
  ballots: number;
  choosers: number;
  bins: number[];
  first: number[];
}

/**
 * Reads a tally of form 1, which kept more and hashed otherwise. Its counts are right and go on; its
 * set hash cannot be, so it has to be rebuilt from the ballots before anything is published.
 */
export function unpackEarlierTally(packed: Uint8Array): Tally {
  const earlier = JSON.parse(inflateRawSync(packed).toString("utf8")) as {
    epoch: number;
    watermarks: Record<string, Watermark>;
    unreadable: number;
    cells: Record<Panel, EarlierCell>;
    segments?: Record<string, EarlierCell>;
  };
  const cell = ({ ballots, choosers, bins, first }: EarlierCell): Cell => ({
    ...emptyCell(first.length),
    ballots,
    choosers,
    bins: Int32Array.from(bins),
    first: Int32Array.from(first),
  });
  return {
    epoch: earlier.epoch,
    watermarks: earlier.watermarks,
    unreadable: earlier.unreadable,
    setHash: emptySetHash(),
    cells: { public: cell(earlier.cells.public), expert: cell(earlier.cells.expert) },
    segments: Object.fromEntries(
      Object.entries(earlier.segments ?? {}).map(([key, { ballots }]) => [key, ballots]),
    ),
  };
}
