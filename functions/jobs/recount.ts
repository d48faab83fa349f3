import type { CountingPlan } from "../../domain/tally/plan.ts";
import { foldState } from "../../domain/tally/fold.ts";
import { emptyTally, type Tally, tallyDifferences } from "../../domain/tally/tally.ts";
import { isUncounted } from "../../domain/tally/watermark.ts";
import { readBallotItem } from "../store/ballot-item.ts";
import type { Item } from "../store/damaged-item.ts";
import type { DamagedTally, StoredTally } from "../store/tallies.ts";
import { type Counting, follow, type Following, type JustRead, PARTS } from "./follow.ts";

/** What a recount reads. It writes nothing. */
export interface RecountPorts extends Omit<Following, "consultation" | "plan"> {
  /**
   * The stored items of a consultation from one part on, strongly consistent, a page at a time; where a page ends a part, with
   * the part that comes next.
   */
  ballots(consultation: string, from: number): AsyncIterable<{ items: Item[]; next?: number }>;
  loadTally(consultation: string): Promise<StoredTally | DamagedTally | undefined>;
  /** After how many ballots a piece ends, with the part that it is in: their revisions are held until then. */
  most: number;
  /** Waits until the stream has certainly brought what was read so far. */
  settle(): Promise<void>;
  /** Waits before the stream is looked at again; false when there was waiting enough. */
  waitForMore(): Promise<boolean>;
}

/** Of what a recount is made, and from what it goes on. */
export interface Recounted {
  counting: Counting;
  /** The last piece, whose records may still be on their way. */
  justRead: JustRead;
  /** Ids of stored ballots that cannot be read, of the pieces that were read in this run. */
  unreadable: string[];
}

export interface Recount {
  /** Counted from the ballots alone, as of the watermarks that it carries. */
  recounted: Tally;
  /** The tally that was compared, as of the same place in the stream; its revision when it was loaded. */
  tally: Tally;
  loadedRevision: number;
  /** Whether it was counted by an earlier version, which is put right by a recount and no sign of a fault. */
  outdated: boolean;
  /** Its ballots are being deleted, or are: nothing can be compared with it. */
  frozen: boolean;
  /** Whether the copy holds records that the stored one does not. */
  ahead: boolean;
  /** What stands in its place, where that cannot be read: compared was nothing. */
  damaged: DamagedTally | undefined;
  /** Names of the figures that differ; empty when every one agrees. */
  differences: string[];
  unreadable: string[];
}

/** A recount that has not begun; `from`: how far each shard may be passed over, since all before was stored by now. */
export const notBegun = (plan: CountingPlan, from: Tally["watermarks"] = {}): Counting => ({
  next: 0,
  counted: { ...emptyTally(plan), watermarks: { ...from } },
  read: 0,
});

/**
 * Counts all ballots from nothing, piece by piece, while ballots keep arriving. A piece is read; then the stream is
 * followed, and each of its records goes into the count when it is of an earlier piece, or newer than what was
 * read in this one. `onPiece` is given what the count has come to after each piece but the last: whoever keeps it can go on from there with
 * `counting`, and nothing is counted twice or lost. It says whether there is time for more; `undefined` when there is none.
 */
export async function countPieces(
  ports: RecountPorts,
  consultation: string,
  plan: CountingPlan,
  counting: Counting,
  onPiece: (counting: Counting) => Promise<boolean> = async () => true,
): Promise<Recounted | undefined> {
  const unreadable: string[] = [];
  const following = { ...ports, consultation, plan };
  for (;;) {
    const justRead = await readPiece(ports, consultation, plan, counting, unreadable);
    if (justRead.to === PARTS) return { counting, justRead, unreadable };
    await ports.settle();
    await toTheEnd(follow(following, counting, justRead));
    counting.next = justRead.to;
    if (!(await onPiece(counting))) return undefined;
  }
}

/** A record that is left unread would be counted again later. */
async function toTheEnd(followed: Promise<boolean>): Promise<void> {
  if (!(await followed)) throw new Error("a recount needs the stream to its end");
}

/** Counts stored ballots from the first part that is not counted, until there are enough and a part ends. */
async function readPiece(
  ports: RecountPorts,
  consultation: string,
  plan: CountingPlan,
  counting: Counting,
  unreadable: string[],
): Promise<JustRead> {
  const revisions = new Map<string, number>();
  for await (const { items, next } of ports.ballots(consultation, counting.next)) {
    for (const item of items) {
      const { id, revision, state } = readBallotItem(item, plan.codes.length);
      foldState(counting.counted, plan, state, 1, ports.digest);
      revisions.set(id, revision);
      if (state === "unreadable") unreadable.push(id);
    }
    counting.read += items.length;
    if (next !== undefined && revisions.size >= ports.most) return { to: next, revisions };
  }
  return { to: PARTS, revisions };
}

/**
 * Compares what was counted with the tally as it is now, both moved on to the same place in the stream. Both
 * then tell of the same moment. May be asked again and again, with a tally that has gone on.
 */
export async function compared(
  ports: RecountPorts,
  consultation: string,
  plan: CountingPlan,
  { counting, justRead, unreadable }: Recounted,
): Promise<Recount> {
  const stored = await ports.loadTally(consultation);
  const damaged = stored !== undefined && "damaged" in stored ? stored : undefined;
  const kept = stored !== undefined && "tally" in stored ? stored : undefined;
  const nothing = { ...emptyTally(plan), watermarks: { ...counting.counted.watermarks } };
  const tally = kept?.tally ?? (damaged === undefined ? emptyTally(plan) : nothing);
  const before = JSON.stringify(tally.watermarks);
  const beside = { tally, read: new Map<string, string>() };
  const differing = () => [
    ...(damaged === undefined ? [] : ["tally"]),
    ...tallyDifferences(tally, counting.counted),
  ];
  for (;;) {
    await toTheEnd(follow({ ...ports, consultation, plan }, counting, justRead, beside));
    if (differing().length === 0 || !(await ports.waitForMore())) break;
  }
  return {
    recounted: counting.counted,
    tally,
    loadedRevision: kept?.revision ?? 0,
    outdated: kept?.outdated === true,
    frozen: kept?.frozen === true,
    ahead: JSON.stringify(tally.watermarks) !== before,
    damaged,
    differences: differing(),
    unreadable,
  };
}

/**
 * The tally to go on with after a difference or a gap: what was recounted, as the next epoch. Right only in the
 * place of the very tally that it was compared with.
 */
export function rebuiltTally({ recounted, tally }: Recount): Tally {
  const watermarks = { ...tally.watermarks };
  for (const [shard, { sequence }] of Object.entries(recounted.watermarks)) {
    if (isUncounted(watermarks, shard, sequence)) watermarks[shard] = { sequence };
  }
  return { ...recounted, epoch: tally.epoch + 1, watermarks };
}
