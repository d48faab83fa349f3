import { applyChanges } from "../../domain/tally/apply.ts";
import { type Digest, foldState } from "../../domain/tally/fold.ts";
import type { CountingPlan } from "../../domain/tally/plan.ts";
import type { Tally } from "../../domain/tally/tally.ts";
import { isAfter, isUncounted } from "../../domain/tally/watermark.ts";
import { readBallotItem } from "../store/ballot-item.ts";
import type { StreamRecord, StreamSource } from "../store/stream-source.ts";
import { readShards, USUAL_SIZE } from "./shards.ts";
import type { ReadingLimits } from "./stream-reader.ts";
import { changeOf, consultationOf } from "./tally.ts";

/** The parts into which a recount is cut: one for each first byte of a ballot's id. */
export const PARTS = 256;

/**
 * How far a recount has come. Invariant: `counted` says what the ballots of the parts before `next` said when
 * the stream stood at its watermarks, each once, and nothing of the others. Unlike a tally's, these
 * watermarks move with every record that is looked at, of whichever consultation.
 */
export interface Counting {
  next: number;
  counted: Tally;
  /** How many stored items were read. */
  read: number;
}

/** Parts that were read a moment ago, up to before `to`, and in which revision each of their ballots was found. */
export interface JustRead {
  to: number;
  revisions: ReadonlyMap<string, number>;
}

/** What is followed, and with what. */
export interface Following {
  stream: StreamSource;
  consultation: string;
  plan: CountingPlan;
  digest: Digest;
  limits: ReadingLimits;
}

/** What else is moved on by the same records: a copy of the tally; and how far each shard was read for both. */
export interface Beside {
  tally: Tally;
  read: Map<string, string>;
}

/**
 * Reads the stream on to its end, and takes each record into the recount if it is of a part that is counted
 * and newer than what was read there. Which shard comes first makes no difference. False when time was up before the end: what was
 * taken stays right, and the next call goes on.
 */
export async function follow(
  { stream, consultation, plan, digest, limits }: Following,
  counting: Counting,
  justRead?: JustRead,
  beside?: Beside,
): Promise<boolean> {
  const { watermarks } = counting.counted;
  const onPage = async (shard: string, records: StreamRecord[]) => {
    const own = records.filter((record) => consultationOf(record) === consultation);
    for (const record of own) {
      if (!isUncounted(watermarks, shard, record.sequence)) continue;
      if (!isToTake(record, plan, counting, justRead)) continue;
      const { before, after } = changeOf(record, plan.codes.length);
      foldState(counting.counted, plan, before, -1, digest);
      foldState(counting.counted, plan, after, 1, digest);
    }
    if (beside !== undefined) {
      const changes = own.map((record) => changeOf(record, plan.codes.length));
      applyChanges(beside.tally, plan, shard, changes, digest);
    }
    const { sequence } = records.at(-1)!;
    beside?.read.set(shard, sequence);
    if (isUncounted(watermarks, shard, sequence)) watermarks[shard] = { sequence };
  };
  const from = (shard: string) =>
    beside === undefined
      ? watermarks[shard]?.sequence
      : (beside.read.get(shard) ??
        earlier(watermarks[shard]?.sequence, beside.tally.watermarks[shard]?.sequence));
  const shards = await stream.listShards();
  const trimmed: string[] = [];
  let whole = 0;
  const read = (of: readonly string[], after: typeof from) =>
    readShards(stream, of, after, limits, USUAL_SIZE, onPage, (shard, end) => {
      if (end === "trimmed") trimmed.push(shard);
      else if (end !== "out-of-time") whole += 1;
    });
  await read(shards, from);
  // The record at the watermark is a day old, and gone: what is left of the shard comes after it.
  await read([...trimmed], () => undefined);
  return whole === shards.length;
}

/** The place from which both are read; from the beginning where either has none. */
const earlier = (one: string | undefined, other: string | undefined): string | undefined =>
  one === undefined || other === undefined ? undefined : isAfter(one, other) ? other : one;

/** Whether a record beyond the watermarks tells of something that the recount does not hold yet. */
function isToTake(
  { after }: StreamRecord,
  plan: CountingPlan,
  { next }: Counting,
  justRead: JustRead | undefined,
): boolean {
  // Deleted once their time is over, when nothing is recounted any more.
  if (after === undefined) return false;
  const { id, revision } = readBallotItem(after, plan.codes.length);
  const part = Number.parseInt(id.slice(0, 2), 16);
  if (part < next) return true;
  if (justRead === undefined || part >= justRead.to) return false;
  // Against the revision that was read, not the newest: a shard may come before its parent.
  return revision > (justRead.revisions.get(id) ?? -1);
}
