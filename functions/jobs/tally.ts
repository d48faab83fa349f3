import { applyChanges, type BallotChange } from "../../domain/tally/apply.ts";
import type { Digest } from "../../domain/tally/fold.ts";
import type { CountingPlan } from "../../domain/tally/plan.ts";
import { emptyTally, type Tally } from "../../domain/tally/tally.ts";
import { keepWatermarks } from "../../domain/tally/watermark.ts";
import { readBallotItem } from "../store/ballot-item.ts";
import type { Item } from "../store/item.ts";
import { consultationOfPartition } from "../store/keys.ts";
import type { Cursor } from "../store/counting.ts";
import type { StoredTally } from "../store/tallies.ts";
import { type ReadingLimits, readShard } from "./stream-reader.ts";
import type { StreamRecord, StreamSource } from "../store/stream-source.ts";

/** Everything outside that counting touches, so that a test can crash it between any two steps. */
export interface TallyPorts {
  stream: StreamSource;
  cursors: {
    load(): Promise<Map<string, Cursor>>;
    save(shard: string, cursor: Cursor): Promise<void>;
  };
  tallies: {
    load(consultation: string): Promise<StoredTally | undefined>;
    save(consultation: string, tally: Tally, loaded: StoredTally | undefined): Promise<boolean>;
  };
  /** What a consultation counts; `undefined` when it is not known. */
  plan(consultation: string): Promise<CountingPlan | undefined>;
  digest: Digest;
  now(): Date;
}

export interface PassReport {
  /** Records that were counted in this pass. */
  counted: number;
  /** Records of no known consultation: passed over, since there is nothing to count them in. */
  foreign: number;
  /** Shards of which records were lost unread. */
  gaps: string[];
  /** Whether every shard was read to its end. */
  complete: boolean;
}

/**
 * Reads every shard from its cursor and counts what is new. Safe to run twice at once, to be killed
 * anywhere and to be repeated: counts and watermarks move together by compare-and-swap, and a lost
 * cursor only means reading again what the watermark then passes over.
 */
export async function tallyPass(ports: TallyPorts, limits: ReadingLimits): Promise<PassReport> {
  const report: PassReport = { counted: 0, foreign: 0, gaps: [], complete: true };
  const shards = await ports.stream.listShards();
  const cursors = await ports.cursors.load();
  for (const shard of shards) {
    const cursor = cursors.get(shard);
    if (cursor?.finished === true) continue;
    let sequence = cursor?.sequence;
    const end = await readShard(ports.stream, shard, sequence, limits, async (records) => {
      for (const [consultation, own] of byConsultation(records)) {
        const counted = await commit(ports, consultation, shard, own, new Set(shards));
        if (counted === undefined) report.foreign += own.length;
        else report.counted += counted;
      }
      sequence = records.at(-1)?.sequence;
      await ports.cursors.save(shard, { sequence, finished: false });
    });
    if (end === "finished") await ports.cursors.save(shard, { sequence, finished: true });
    if (end === "out-of-time") report.complete = false;
    if (end === "trimmed") {
      report.gaps.push(shard);
      await ports.cursors.save(shard, { sequence: undefined, finished: false });
    }
  }
  return report;
}

/** Counts one shard's records into one consultation's tally, until no other writer comes between. */
async function commit(
  ports: TallyPorts,
  consultation: string,
  shard: string,
  records: StreamRecord[],
  listed: ReadonlySet<string>,
): Promise<number | undefined> {
  const plan = await ports.plan(consultation);
  if (plan === undefined) return undefined;
  const changes = records.map((record) => changeOf(record, plan.codes.length));
  for (;;) {
    const stored = await ports.tallies.load(consultation);
    // What is deleted after the archive's time is over leaves the figures as they are.
    if (stored?.frozen === true) return 0;
    const tally = stored?.tally ?? emptyTally(plan);
    const counted = applyChanges(tally, plan, shard, changes, ports.digest);
    if (counted === 0) return 0;
    tally.watermarks = keepWatermarks(tally.watermarks, listed, ports.now());
    if (await ports.tallies.save(consultation, tally, stored)) return counted;
  }
}

/** A stream record as the domain counts it. */
export function changeOf(record: StreamRecord, recommendations: number): BallotChange {
  const read = (image: Item | undefined) =>
    image === undefined ? undefined : readBallotItem(image, recommendations).state;
  return { sequence: record.sequence, before: read(record.before), after: read(record.after) };
}

function byConsultation(records: readonly StreamRecord[]): Map<string, StreamRecord[]> {
  return Map.groupBy(records, (record) => consultationOf(record));
}

/** The consultation that a record belongs to. */
export const consultationOf = (record: StreamRecord): string =>
  consultationOfPartition(record.partition);
