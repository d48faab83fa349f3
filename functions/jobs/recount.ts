import type { Panel } from "../../domain/ballot/ballot.ts";
import { mendedSetHash } from "../../domain/tally/set-hash.ts";
import { applyChanges } from "../../domain/tally/apply.ts";
import { type Digest, foldState } from "../../domain/tally/fold.ts";
import { type Cell, mendedCell } from "../../domain/tally/cell.ts";
import type { CountingPlan } from "../../domain/tally/plan.ts";
import { emptyTally, type Tally, tallyDifferences } from "../../domain/tally/tally.ts";
import { isUncounted } from "../../domain/tally/watermark.ts";
import { readBallotItem } from "../store/ballot-item.ts";
import type { Item } from "../store/damaged-item.ts";
import type { StoredTally } from "../store/tallies.ts";
import { readShard, type ReadingLimits } from "./stream-reader.ts";
import type { StreamRecord, StreamSource } from "../store/stream-source.ts";
import { changeOf, consultationOf } from "./tally.ts";

/** What a recount reads. It writes nothing. */
export interface RecountPorts {
  stream: StreamSource;
  /** All stored ballots of the consultation, strongly consistent, a page at a time. */
  ballots(consultation: string): AsyncIterable<Item[]>;
  loadTally(consultation: string): Promise<StoredTally | undefined>;
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
  /** Whether it came from an earlier form, which is put right by a recount and no sign of a fault. */
  outdated: boolean;
  /** Names of the figures that differ; empty when every one agrees. */
  differences: string[];
  /** Ids of stored ballots that cannot be read. */
  unreadable: string[];
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
  plan: CountingPlan,
): Promise<Recount> {
  const stored = await ports.loadTally(consultation);
  const tally = stored?.tally ?? emptyTally(plan);
  const recounted = emptyTally(plan);
  const revisions = new Map<string, number>();
  const unreadable: string[] = [];
  for await (const page of ports.ballots(consultation)) {
    for (const item of page) {
      const { id, revision, state } = readBallotItem(item, plan.codes.length);
      foldState(recounted, plan, state, 1, ports.digest);
      revisions.set(id, revision);
      if (state === "unreadable") unreadable.push(id);
    }
  }
  for (;;) {
    for (const shard of await ports.stream.listShards()) {
      const follow = async (records: StreamRecord[]) => {
        const own = records.filter(
          (record) =>
            consultationOf(record) === consultation &&
            isUncounted(tally.watermarks, shard, record.sequence),
        );
        const changes = own.map((record) => changeOf(record, plan.codes.length));
        own.forEach((record, index) => {
          if (record.after === undefined) return;
          const { id, revision } = readBallotItem(record.after, plan.codes.length);
          if (revision <= (revisions.get(id) ?? -1)) return;
          // Against the revision that was read, not the newest: a shard may come before its parent.
          foldState(recounted, plan, changes[index]!.before, -1, ports.digest);
          foldState(recounted, plan, changes[index]!.after, 1, ports.digest);
        });
        applyChanges(tally, plan, shard, changes, ports.digest);
      };
      const read = (after: string | undefined) =>
        readShard(ports.stream, shard, after, ports.limits, follow);
      const end = await read(tally.watermarks[shard]?.sequence);
      if (end === "trimmed") {
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
    loadedRevision: stored?.revision ?? 0,
    outdated: stored?.outdated === true,
    differences: tallyDifferences(tally, recounted),
    unreadable,
  };
}

/**
 * The tally to go on with after a difference or a gap, as the next epoch: the figures that are kept
 * now, mended by what the recount found. What a tally is wrong by does not change while more is
 * counted, so this may be added however far the counting has come meanwhile.
 */
export function mendedTally(current: Tally, { recounted, tally }: Recount): Tally {
  const cell = (panel: Panel): Cell =>
    mendedCell(current.cells[panel], recounted.cells[panel], tally.cells[panel]);
  const segments = Object.entries(recounted.segments).map(([key, right]): [string, number] => [
    key,
    (current.segments[key] ?? 0) + right - (tally.segments[key] ?? 0),
  ]);
  return {
    epoch: current.epoch + 1,
    watermarks: current.watermarks,
    cells: { public: cell("public"), expert: cell("expert") },
    segments: Object.fromEntries(segments),
    unreadable: current.unreadable + recounted.unreadable - tally.unreadable,
    setHash: mendedSetHash(current.setHash, recounted.setHash, tally.setHash),
  };
}
