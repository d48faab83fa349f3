import { applyChanges } from "../../domain/tally/apply.ts";
import { type Digest, foldState } from "../../domain/tally/fold.ts";
import { emptyTally, type Tally, tallyDifferences } from "../../domain/tally/tally.ts";
import { isAfter } from "../../domain/tally/watermark.ts";
import { type Item, type ReadItem, readBallotItem } from "../store/ballot-item.ts";
import type { KeptTally } from "../store/tallies.ts";
import {
  readShard,
  type ReadingLimits,
  type StreamRecord,
  type StreamSource,
} from "./stream-reader.ts";
import { changeOf, consultationOf } from "./tally.ts";

/** What a recount reads. It writes nothing. */
export interface RecountPorts {
  stream: StreamSource;
  /** All stored ballots of the consultation, strongly consistent, a page at a time. */
  ballots(consultation: string): AsyncIterable<Item[]>;
  loadTally(consultation: string): Promise<KeptTally | undefined>;
  digest: Digest;
  limits: ReadingLimits;
  /** Waits before the stream is looked at again; false when there was waiting enough. */
  waitForMore(): Promise<boolean>;
}

export interface Recount {
  /** Counted from the ballots alone, as of the watermarks that it carries. */
  recounted: Tally;
  /** The tally that was compared, as of the same watermarks; its revision when it was loaded. */
  tally: Tally;
  loadedRevision: number;
  /** Names of the figures that differ; empty when every one agrees. */
  differences: string[];
  /** Ids of stored ballots that cannot be read. */
  unreadable: string[];
  /** Records between the tally's watermarks and now were lost unread. */
  gap: boolean;
}

/**
 * Counts all ballots from nothing and compares with the tally at equal watermarks, while ballots
 * keep arriving. The ballots are read first, remembering each one's revision; then the stream is
 * read on from the tally's watermarks, and each record goes into the tally's copy always, and into
 * the recount only when it is newer than what was read. Both then tell of the same moment.
 */
export async function recount(
  ports: RecountPorts,
  consultation: string,
  codes: readonly string[],
): Promise<Recount> {
  const kept = await ports.loadTally(consultation);
  const tally = kept?.tally ?? emptyTally(codes.length);
  const recounted = emptyTally(codes.length);
  const seen = new Map<string, ReadItem>();
  const replace = (id: string, next: ReadItem) => {
    foldState(recounted, codes, seen.get(id)?.state, -1, ports.digest);
    foldState(recounted, codes, next.state, 1, ports.digest);
    seen.set(id, next);
  };
  for await (const page of ports.ballots(consultation)) {
    for (const item of page) {
      const ballot = readBallotItem(item, codes.length);
      replace(ballot.id, ballot);
    }
  }
  let gap = false;
  for (;;) {
    for (const shard of await ports.stream.listShards()) {
      const follow = async (records: StreamRecord[]) => {
        const own = records.filter(
          (record) => consultationOf(record) === consultation && isNew(tally, shard, record),
        );
        for (const { after: image } of own) {
          if (image === undefined) continue;
          const next = readBallotItem(image, codes.length);
          if (next.revision > (seen.get(next.id)?.revision ?? -1)) replace(next.id, next);
        }
        const changes = own.map((record) => changeOf(record, codes.length));
        applyChanges(tally, codes, shard, changes, ports.digest);
      };
      const read = (after: string | undefined) =>
        readShard(ports.stream, shard, after, ports.limits, follow);
      const end = await read(tally.watermarks[shard]?.sequence);
      if (end === "trimmed") {
        gap = true;
        // What is left of the shard is in the ballots already, and must not be counted again later.
        await read(undefined);
      }
    }
    const agree = tallyDifferences(tally, recounted).length === 0;
    if (agree || !(await ports.waitForMore())) break;
  }
  recounted.watermarks = tally.watermarks;
  return {
    recounted,
    tally,
    loadedRevision: kept?.revision ?? 0,
    differences: tallyDifferences(tally, recounted),
    unreadable: [...seen].filter(([, { state }]) => state === "unreadable").map(([id]) => id),
    gap,
  };
}

function isNew(tally: Tally, shard: string, record: StreamRecord): boolean {
  const watermark = tally.watermarks[shard];
  return watermark === undefined || isAfter(record.sequence, watermark.sequence);
}

/**
 * The tally to go on with after a difference or a gap: the recounted figures as the next epoch. The
 * change counters go on from the old ones, since releases are kept apart by them.
 */
export function rebuiltTally({ recounted, tally }: Recount): Tally {
  const cellAfter = (panel: "public" | "expert") => ({
    ...recounted.cells[panel],
    changes:
      tally.cells[panel].changes +
      Math.abs(recounted.cells[panel].ballots - tally.cells[panel].ballots),
  });
  return {
    ...recounted,
    epoch: tally.epoch + 1,
    cells: { public: cellAfter("public"), expert: cellAfter("expert") },
  };
}
