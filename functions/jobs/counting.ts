import { setTimeout as wait } from "node:timers/promises";
import { type CountingPlan, countingPlan } from "../../domain/tally/plan.ts";
import type { Consultations, Known } from "../memory/consultations.ts";
import { sha256Binary } from "../secrets.ts";
import type { Services } from "../services.ts";
import { ballotsOf } from "../store/all-ballots.ts";
import {
  lastPass,
  liftStop,
  loadCursors,
  loadStop,
  noteRecount,
  putStop,
  saveCursor,
  savePass,
} from "../store/counting.ts";
import { getPublished } from "../store/consultations.ts";
import type { Database } from "../store/database.ts";
import { ballotStream } from "../store/stream.ts";
import { loadTally, saveTally } from "../store/tallies.ts";
import { mendTally } from "./mend.ts";
import { type Recount, recount } from "./recount.ts";
import type { ReadingLimits } from "./stream-reader.ts";
import { type PassReport, tallyPass } from "./tally.ts";

/** Stream records are kept a day. A longer silence than this may have lost some, in ms. */
const LONGEST_SILENCE = 20 * 60 * 60 * 1000;
/** How often a whole pass is written down, in ms. */
const NOTE_PASS_EVERY = 60_000;
/** How long a recount waits for the stream to bring what the ballots already show, in ms. */
const PATIENCE = 10_000;

type World = Pick<Services, "db" | "streams" | "now" | "log">;

/** Makes the function that counts what is new, once; both hostings call it again and again. */
export async function ballotCounter(world: World, consultations: Consultations) {
  const { db, now, log } = world;
  const stream = await ballotStream(db, world.streams);
  let noted = await lastPass(db);
  return async function countBallots(limits: ReadingLimits): Promise<PassReport> {
    if (noted !== undefined && now().getTime() - noted.getTime() > LONGEST_SILENCE) {
      await stopAll(world, consultations);
    }
    // What was stored before this moment is counted when every shard has been read to its end.
    const begun = now();
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
        digest: sha256Binary,
        now,
      },
      limits,
    );
    if (report.foreign > 0) log({ level: "warn", event: "foreign-records", count: report.foreign });
    if (report.gaps.length > 0) await stopAll(world, consultations);
    const due = noted === undefined || begun.getTime() - noted.getTime() >= NOTE_PASS_EVERY;
    if (report.complete && due) {
      noted = begun;
      await savePass(db, noted);
    }
    return report;
  };
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
async function stopAll({ db, now, log }: World, consultations: Consultations): Promise<void> {
  log({ level: "error", event: "stream-gap" });
  for (const { definition } of await consultations.all()) {
    await putStop(db, definition.id, {
      reason: "gap",
      since: now().toISOString(),
      differences: [],
    });
  }
}

export interface RecountReport extends Recount {
  rebuilt: boolean;
}

/** Since when a consultation's ballots are being deleted or are gone: nothing can be recounted then. */
const purgedSince = async (db: Database, id: string): Promise<string | undefined> =>
  (await getPublished(db, id))?.life.purge?.begun;

/**
 * Recounts a consultation whose ballots are there. Of one whose ballots were deleted it says since
 * when, and lets nothing stand in the way of what was published: no figure can change any more.
 */
export async function recountUnlessPurged(
  world: World,
  known: Known,
  how: { rebuild: boolean } & Reading,
): Promise<RecountReport | { purged: string }> {
  const { db } = world;
  const { id } = known.definition;
  const found =
    (await purgedSince(db, id)) === undefined
      ? await recountConsultation(world, known, how)
      : undefined;
  // Asked again: the deletion may have begun while ballots were being read.
  const purged = await purgedSince(db, id);
  if (found !== undefined && purged === undefined) return found;
  if ((await loadStop(db, id)) !== undefined) await liftStop(db, id);
  return { purged: purged! };
}

/** How a recount reads. */
interface Reading {
  limits: ReadingLimits;
  /** Told again and again how many ballots were read so far. */
  onRead?: ((ballots: number) => void) | undefined;
}

/** Counts one consultation's ballots from nothing and compares with its tally. Writes nothing. */
export function compareTally(
  { db, streams }: Pick<World, "db" | "streams">,
  { definition, plan }: Pick<Known, "definition" | "plan">,
  { limits, onRead }: Reading,
): Promise<Recount> {
  let deadline: number | undefined;
  async function* ballots(consultation: string) {
    let read = 0;
    for await (const page of ballotsOf(db, consultation)) {
      yield page;
      onRead?.((read += page.length));
    }
  }
  const ports = async () => ({
    stream: await ballotStream(db, streams),
    ballots,
    loadTally: (consultation: string) => loadTally(db, consultation),
    digest: sha256Binary,
    limits,
    waitForMore: async () => {
      deadline ??= Date.now() + PATIENCE;
      await wait(250);
      return Date.now() < deadline;
    },
  });
  return ports().then((made) => recount(made, definition.id, plan));
}

/**
 * Recounts one consultation. A difference stops its publication, agreement lets it go on. After a
 * gap in the stream, or when asked, the tally is rebuilt from the ballots.
 */
export async function recountConsultation(
  world: World,
  { definition, plan }: Known,
  { rebuild, ...reading }: { rebuild: boolean } & Reading,
): Promise<RecountReport> {
  const { db, log, now } = world;
  const { id } = definition;
  const outcome = await compareTally(world, { definition, plan }, reading);
  const { differences } = outcome;
  if (differences.length > 0 && outcome.outdated) {
    // That a tally of an earlier form differs says nothing of the counting.
    const rebuilt = await mendTally(db, id, plan, outcome);
    log({ level: "info", event: "tally-begun-anew", consultation: id, rebuilt });
    await noteRecount(db, id, { at: now().toISOString(), differences: 0 });
    if (rebuilt && (await loadStop(db, id)) !== undefined) await liftStop(db, id);
    return { ...outcome, rebuilt };
  }
  await noteRecount(db, id, { at: now().toISOString(), differences: differences.length });
  const stop = await loadStop(db, id);
  if (differences.length === 0) {
    // What the job may have passed over is in this copy. Without effect when it has gone on itself.
    if (outcome.loadedRevision > 0) await saveTally(db, id, outcome.tally, outcome.loadedRevision);
    if (stop !== undefined) await liftStop(db, id);
    return { ...outcome, rebuilt: false };
  }
  log({ level: "error", event: "recount-differs", consultation: id, differences });
  if (rebuild || stop?.reason === "gap") {
    const rebuilt = await mendTally(db, id, plan, outcome);
    log({ level: "warn", event: "tally-rebuilt", consultation: id, rebuilt });
    if (rebuilt && stop !== undefined) await liftStop(db, id);
    return { ...outcome, rebuilt };
  }
  await putStop(db, id, { reason: "difference", since: now().toISOString(), differences });
  return { ...outcome, rebuilt: false };
}
