import { type CountingPlan, countingPlan } from "../../domain/tally/plan.ts";
import type { Consultations } from "../memory/consultations.ts";
import { sha256Binary } from "../secrets.ts";
import type { Services } from "../services.ts";
import {
  lastPass,
  loadCursors,
  loadStop,
  putStop,
  saveCursor,
  savePass,
} from "../store/counting.ts";
import { getPublished } from "../store/consultations.ts";
import { type Database, isBusy, sayable } from "../store/database.ts";
import { ballotStream } from "../store/stream.ts";
import { loadTally, saveTally } from "../store/tallies.ts";
import { SomeFailed } from "./each.ts";
import { type Doubt, passesSince } from "./passes.ts";
import type { ReadingLimits } from "./stream-reader.ts";
import { USUAL_SIZE } from "./shards.ts";
import { type PassReport, tallyPass } from "./tally.ts";

type World = Pick<Services, "db" | "streams" | "now" | "log">;

/** A pass, and whether a recount must now say whether anything is missing. */
export interface Counted extends PassReport {
  recountDue: boolean;
}

/**
 * Makes the function that counts what is new, once; both hostings call it again and again. `elapsed` is a
 * clock in ms that nobody sets. A consultation that could not be counted is stopped, and the others are counted before
 * this fails.
 */
export async function ballotCounter(
  world: World,
  consultations: Consultations,
  elapsed: () => number = () => performance.now(),
) {
  const { db, now, log } = world;
  const stream = await ballotStream(db, world.streams);
  const passes = passesSince(await lastPass(db), now, elapsed);
  let from = Math.floor(now().getTime() / 60_000);
  return async function countBallots(limits: ReadingLimits): Promise<Counted> {
    const doubt = passes.doubt(log);
    if (doubt !== undefined) await stopAll(world, consultations, doubt);
    // What was stored before this moment is counted when every shard has been read to its end.
    const begun = now();
    const failures: unknown[] = [];
    const report = await tallyPass(
      {
        stream,
        cursors: {
          load: () => loadCursors(db),
          save: (shard, cursor) => saveCursor(db, shard, cursor, now()),
        },
        tallies: {
          load: (id) => loadTally(db, id),
          save: (id, tally, stored) =>
            saveTally(db, id, tally, stored?.revision ?? 0, stored?.outdated === true),
        },
        plan: async (id) => (await consultations.find(id))?.plan ?? (await planNow(db, id)),
        async setAside(id, failure) {
          // The store is away, and for others just so: all of it is read again.
          if (isBusy(failure)) throw failure;
          await stopOne(world, id, failure);
          failures.push(failure);
        },
        digest: sha256Binary,
        now,
      },
      limits,
      USUAL_SIZE,
      from,
    );
    from += report.shards;
    if (report.foreign > 0) log({ level: "warn", event: "foreign-records", count: report.foreign });
    if (report.gaps.length > 0) await stopAll(world, consultations, "stream-gap");
    if (report.complete && passes.isToNote(begun)) {
      await savePass(db, begun);
      passes.noted(begun);
    }
    if (failures.length > 0) throw new SomeFailed(failures, "some could not be counted");
    return { ...report, recountDue: doubt !== undefined || report.gaps.length > 0 };
  };
}

/**
 * What could not be counted is passed over, so the tally must be rebuilt from the ballots once it can be. Told
 * once, and written down each time: a recount that read before this does not lift the stop.
 */
async function stopOne({ db, now, log }: World, id: string, failure: unknown): Promise<void> {
  const stop = await loadStop(db, id);
  if (stop === undefined) {
    log({ level: "error", event: "not-counted", consultation: id, failure: sayable(failure) });
  }
  const since = stop?.since ?? now().toISOString();
  const passedOver = (stop?.passedOver ?? 0) + 1;
  await putStop(db, id, { reason: "gap", since, differences: stop?.differences ?? [], passedOver });
}

/**
 * What a consultation counts that was opened a moment ago, and is not among those kept in memory yet:
 * its first ballots would be passed over for good.
 */
async function planNow(db: Database, id: string): Promise<CountingPlan | undefined> {
  const published = await getPublished(db, id);
  return published && countingPlan(published.definition);
}

/** After a gap in the stream no tally can be trusted until it is rebuilt from the ballots. */
async function stopAll(
  { db, now, log }: World,
  consultations: Consultations,
  event: Doubt,
): Promise<void> {
  log({ level: event === "stream-gap" ? "error" : "warn", event });
  const all = (await consultations.all()).map(({ definition }) => definition.id);
  for (const id of [...all, ...(await consultations.unreadable())]) {
    await putStop(db, id, {
      reason: "gap",
      since: now().toISOString(),
      differences: [],
    });
  }
}
