import { inflateRawSync } from "node:zlib";
import * as z from "zod/mini";
import { type Cell, emptyCell } from "../../domain/tally/cell.ts";
import { emptySetHash } from "../../domain/tally/set-hash.ts";
import type { Tally } from "../../domain/tally/tally.ts";

/** A cell as form 1 wrote it down, as far as it is still counted. */
const cellForm = z.object({
  ballots: z.int(),
  choosers: z.int(),
  bins: z.array(z.int()),
  first: z.array(z.int()),
});

const form = z.object({
  epoch: z.int(),
  watermarks: z.record(
    z.string(),
    z.object({ sequence: z.string(), goneSince: z.optional(z.string()) }),
  ),
  unreadable: z.int(),
  cells: z.object({ public: cellForm, expert: cellForm }),
  segments: z.optional(z.record(z.string(), cellForm)),
});

/**
 * Reads a tally of form 1, which kept more and hashed otherwise. Its counts are right and go on; its
 * set hash cannot be, so it has to be rebuilt from the ballots before anything is published. Throws for bytes that are no such tally.
 */
export function unpackEarlierTally(packed: Uint8Array): Tally {
  const earlier = form.parse(JSON.parse(inflateRawSync(packed).toString("utf8")));
  const cell = ({ ballots, choosers, bins, first }: z.infer<typeof cellForm>): Cell => ({
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
