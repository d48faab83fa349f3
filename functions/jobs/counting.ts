import { setTimeout as wait } from "node:timers/promises";
import type { Consultations, Known } from "../consultations.ts";
import { sha256 } from "../secrets.ts";
import type { Services } from "../services.ts";
import { BUCKETS } from "../store/ballot-item.ts";
import { ballotsOfBucket } from "../store/ballots.ts";
import {
  lastPass,
  liftStop,
  loadCursors,
  loadStop,
  putStop,
  saveCursor,
  savePass,
} from "../store/counting.ts";
import { ballotStream } from "../store/stream.ts";
import { loadTally, saveTally } from "../store/tallies.ts";
import { type Recount, rebuiltTally, recount } from "./recount.ts";
import type { ReadingLimits } from "./stream-reader.ts";
import { type PassReport, tallyPass } from "./tally.ts";

/** Stream records are kept a day. A longer silence than this may have lost some, in ms. */
const LONGEST_SILENCE = 20 * 60 * 60 * 1000;
/** How often the end of a pass is written down, in ms. */
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
    const report = await tallyPass(
      {
        stream,
        cursors: {
          load: () => loadCursors(db),
          save: (shard, cursor) => saveCursor(db, shard, cursor, now()),
        },
        tallies: {
          load: (id) => loadTally(db, id),
          save: (id, tally, revision) => saveTally(db, id, tally, revision),
        },
        codes: async (id) => (await consultations.find(id))?.codes,
        digest: sha256,
        now,
      },
      limits,
    );
    if (report.foreign > 0) log({ level: "warn", event: "foreign-records", count: report.foreign });
    if (report.gaps.length > 0) await stopAll(world, consultations);
    const due = noted === undefined || now().getTime() - noted.getTime() >= NOTE_PASS_EVERY;
    if (report.complete && due) {
      noted = now();
      await savePass(db, noted);
    }
    return report;
  };
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

/**
 * Recounts one consultation. A difference stops its publication, agreement lets it go on. After a
 * gap in the stream, or when asked, the tally is rebuilt from the ballots.
 */
export async function recountConsultation(
  world: World,
  { definition, codes }: Known,
  rebuild: boolean,
): Promise<RecountReport> {
  const { db, log } = world;
  const deadline = Date.now() + PATIENCE;
  const outcome = await recount(
    {
      stream: await ballotStream(db, world.streams),
      ballots: (id) => allBallots(world, id),
      loadTally: (id) => loadTally(db, id),
      digest: sha256,
      limits: { emptyPages: 3, outOfTime: () => false },
      waitForMore: async () => {
        await wait(250);
        return Date.now() < deadline;
      },
    },
    definition.id,
    codes,
  );
  const stop = await loadStop(db, definition.id);
  const doubtful = outcome.gap || stop?.reason === "gap";
  const differ = outcome.differences.length > 0;
  let rebuilt = false;
  if (doubtful || (differ && rebuild)) {
    rebuilt = await saveTally(db, definition.id, rebuiltTally(outcome), outcome.loadedRevision);
    log({ level: "warn", event: "tally-rebuilt", consultation: definition.id, rebuilt });
  }
  if (rebuilt || (!differ && !doubtful)) {
    if (stop !== undefined) await liftStop(db, definition.id);
  } else if (differ) {
    const { differences } = outcome;
    log({ level: "error", event: "recount-differs", consultation: definition.id, differences });
    await putStop(db, definition.id, {
      reason: "difference",
      since: world.now().toISOString(),
      differences,
    });
  }
  return { ...outcome, rebuilt };
}

async function* allBallots({ db }: World, consultation: string) {
  for (const bucket of BUCKETS) yield* ballotsOfBucket(db, consultation, bucket);
}
