import { applyChanges, type BallotChange } from "../../domain/tally/apply.ts";
import type { Digest } from "../../domain/tally/fold.ts";
import type { CountingPlan } from "../../domain/tally/plan.ts";
import { emptyTally, type Tally } from "../../domain/tally/tally.ts";
import { keepWatermarks } from "../../domain/tally/watermark.ts";
import { readBallotItem } from "../store/ballot-item.ts";
import type { Item } from "../store/damaged-item.ts";
import { consultationOfPartition } from "../store/keys.ts";
import type { Cursor } from "../store/counting.ts";
import type { StoredTally } from "../store/tallies.ts";
import { type PassSize, readShards, rotated, USUAL_SIZE } from "./shards.ts";
import type { ReadingLimits } from "./stream-reader.ts";
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
  /**
   * Takes note that a consultation's records could not be counted and must be recounted, and the pass goes on
   * without them; throws when it is no fault of that consultation, and nothing is passed over.
   */
  setAside(consultation: string, failure: unknown): Promise<void>;
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
  /** How many shards were looked at: the next pass begins behind them. */
  shards: number;
}

/** What was read and is not counted yet: by consultation and shard, and how far each shard was read. */
interface Read {
  records: Map<string, Map<string, StreamRecord[]>>;
  cursors: Map<string, Cursor>;
  count: number;
}

const nothing = (): Read => ({ records: new Map(), cursors: new Map(), count: 0 });

/**
 * Reads every shard from its cursor and counts what is new: each consultation is saved once, however many
 * shards and pages its records came from, unless there is more than fits in memory. Safe to run twice at once, to
 * be killed anywhere and to be repeated: counts and watermarks move together by compare-and-swap, and a lost
 * cursor only means reading again what the watermark then passes over. Begins `from` shards behind the first.
 */
export async function tallyPass(
  ports: TallyPorts,
  limits: ReadingLimits,
  size: PassSize = USUAL_SIZE,
  from = 0,
): Promise<PassReport> {
  const report: PassReport = { counted: 0, foreign: 0, gaps: [], complete: true, shards: 0 };
  const shards = await ports.stream.listShards();
  const cursors = await ports.cursors.load();
  const listed = new Set(shards);
  const open = rotated(shards, from).filter((shard) => cursors.get(shard)?.finished !== true);
  let read = nothing();
  let saving = Promise.resolve();
  const saveAfter = async (earlier: Promise<void>) => {
    await earlier;
    const whole = read;
    read = nothing();
    await count(ports, whole, listed, report);
  };
  // One after the other: what was read later of a shard must never be counted before what was read earlier.
  const save = () => (saving = saveAfter(saving));
  const onPage = async (shard: string, page: StreamRecord[]) => {
    for (const [consultation, own] of Map.groupBy(page, consultationOf)) {
      const byShard = read.records.get(consultation) ?? new Map<string, StreamRecord[]>();
      read.records.set(consultation, byShard);
      byShard.set(shard, [...(byShard.get(shard) ?? []), ...own]);
    }
    read.cursors.set(shard, { sequence: page.at(-1)?.sequence, finished: false });
    read.count += page.length;
    if (read.count >= size.most) await save();
  };
  const after = (shard: string) => cursors.get(shard)?.sequence;
  await readShards(ports.stream, open, after, limits, size, onPage, (shard, end, last) => {
    report.shards += 1;
    if (end === "finished") read.cursors.set(shard, { sequence: last, finished: true });
    if (end === "out-of-time") report.complete = false;
    if (end === "trimmed") {
      report.gaps.push(shard);
      read.cursors.set(shard, { sequence: undefined, finished: false });
    }
  });
  if (report.shards < open.length) report.complete = false;
  await save();
  return report;
}

/** Counts what was read, consultation by consultation, and moves the cursors only when all of it is counted. */
async function count(
  ports: TallyPorts,
  { records, cursors }: Read,
  listed: ReadonlySet<string>,
  report: PassReport,
): Promise<void> {
  const failures: unknown[] = [];
  for (const [consultation, byShard] of records) {
    try {
      const counted = await commit(ports, consultation, byShard, listed);
      if (counted !== undefined) report.counted += counted;
      else for (const own of byShard.values()) report.foreign += own.length;
    } catch (failure) {
      await ports.setAside(consultation, failure).catch((kept: unknown) => failures.push(kept));
    }
  }
  if (failures.length > 0) throw failures[0];
  for (const [shard, cursor] of cursors) await ports.cursors.save(shard, cursor);
}

/** Counts one consultation's records of all shards into its tally, until no other writer comes between. */
async function commit(
  ports: TallyPorts,
  consultation: string,
  records: ReadonlyMap<string, StreamRecord[]>,
  listed: ReadonlySet<string>,
): Promise<number | undefined> {
  const plan = await ports.plan(consultation);
  if (plan === undefined) return undefined;
  const changes = [...records].map(([shard, own]): [string, BallotChange[]] => [
    shard,
    own.map((record) => changeOf(record, plan.codes.length)),
  ]);
  for (;;) {
    const stored = await ports.tallies.load(consultation);
    // What is deleted after the archive's time is over leaves the figures as they are.
    if (stored?.frozen === true) return 0;
    const tally = stored?.tally ?? emptyTally(plan);
    let counted = 0;
    for (const [shard, own] of changes) {
      counted += applyChanges(tally, plan, shard, own, ports.digest);
    }
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

/** The consultation that a record belongs to. */
export const consultationOf = (record: StreamRecord): string =>
  consultationOfPartition(record.partition);
