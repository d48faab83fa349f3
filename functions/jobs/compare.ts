import { setTimeout as wait } from "node:timers/promises";
import type { CountingPlan } from "../../domain/tally/plan.ts";
import type { Known } from "../memory/consultations.ts";
import { sha256Binary } from "../secrets.ts";
import type { Services } from "../services.ts";
import { ballotsFrom } from "../store/all-ballots.ts";
import { loadCursors } from "../store/counting.ts";
import type { Database } from "../store/database.ts";
import { ballotStream } from "../store/stream.ts";
import { loadTally, loadTallyOrDamage } from "../store/tallies.ts";
import type { Counting } from "./follow.ts";
import { compared, countPieces, notBegun, type Recount, type RecountPorts } from "./recount.ts";
import type { ReadingLimits } from "./stream-reader.ts";

/** How long a recount waits for the stream to bring what the ballots already show, in ms. */
const PATIENCE = 10_000;

/** After how many ballots a piece ends: their revisions take about 30 MB. */
const PIECE = 100_000;

/** How a recount reads. */
export interface Reading {
  /** Read to the end in any case: `outOfTime` is asked between two pieces alone. */
  limits: ReadingLimits;
  /** Told again and again how many ballots were read so far. */
  onRead?: ((ballots: number) => void) | undefined;
}

/** What a recount of this installation reads. `anew`: a tally that cannot be read is compared as nothing, instead of failing. */
export async function recountPorts(
  { db, streams }: Pick<Services, "db" | "streams">,
  { limits, onRead }: Reading,
  { anew = false, most = PIECE, patience = limits.recordsWithin ?? PATIENCE } = {},
): Promise<RecountPorts> {
  let deadline: number | undefined;
  let read = 0;
  return {
    stream: await ballotStream(db, streams),
    async *ballots(consultation, from) {
      for await (const page of ballotsFrom(db, consultation, from)) {
        yield page;
        onRead?.((read += page.items.length));
      }
    },
    loadTally: (consultation) =>
      anew ? loadTallyOrDamage(db, consultation) : loadTally(db, consultation),
    digest: sha256Binary,
    limits: { ...limits, outOfTime: () => false },
    most,
    settle: async () => void (await wait(patience)),
    waitForMore: async () => {
      deadline ??= performance.now() + patience;
      await wait(Math.min(250, patience));
      return performance.now() < deadline;
    },
  };
}

/** A recount that begins now. Where every shard was when the tally was counted last it goes on from: all before is in the ballots. */
export async function beginning(db: Database, plan: CountingPlan): Promise<Counting> {
  const cursors = [...(await loadCursors(db))];
  const from = cursors.flatMap(([shard, { sequence }]): [string, { sequence: string }][] =>
    sequence === undefined ? [] : [[shard, { sequence }]],
  );
  return notBegun(plan, Object.fromEntries(from));
}

/** Counts one consultation's ballots from nothing and compares with its tally. Writes nothing. */
export async function compareTally(
  world: Pick<Services, "db" | "streams">,
  { definition, plan }: Pick<Known, "plan"> & { definition: { id: string } },
  reading: Reading,
): Promise<Recount> {
  const ports = await recountPorts(world, reading);
  const recounted = await countPieces(ports, definition.id, plan, await beginning(world.db, plan));
  return compared(ports, definition.id, plan, recounted!);
}
