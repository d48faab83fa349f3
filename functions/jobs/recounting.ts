import type { Act } from "../../domain/organiser/acts.ts";
import type { Known } from "../memory/consultations.ts";
import { KENES } from "../organiser/kenes.ts";
import { record } from "../organiser/log.ts";
import type { Services } from "../services.ts";
import { getPublished } from "../store/consultations.ts";
import { liftPut, liftStop, loadStop, noteRecount, putStop, type Stop } from "../store/counting.ts";
import type { Database } from "../store/database.ts";
import { tallyAnew, tallyPut } from "../store/tallies.ts";
import type { Write } from "../store/write.ts";
import { writeAll } from "../store/write-all.ts";
import { beginning, type Reading, recountPorts } from "./compare.ts";
import type { Counting } from "./follow.ts";
import { compared, countPieces, type Recount, rebuiltTally } from "./recount.ts";

type World = Pick<Services, "db" | "streams" | "now" | "log" | "random">;

/** What came of a recount, as it is told to everybody who may know of it: in names and never in figures. */
interface RecountOutcome {
  /** Names of the figures that differed. */
  differences: string[];
  rebuilt: boolean;
}

export interface RecountReport extends Recount, RecountOutcome {}

/** How a recount is made. */
export interface RecountHow extends Reading {
  /** After a difference the recounted figures are taken for the tally. */
  rebuild: boolean;
  /** Who asked for it, as the log tells; without it the log tells of a rebuilt tally alone. */
  askedBy?: string | undefined;
  /** Of how many ballots a piece is, and how long the stream is waited for, in ms; the usual if left out. */
  size?: { most?: number; patience?: number } | undefined;
}

/** What keeps a recount between two runs of a job. */
export interface Keeper {
  counting: Counting;
  /** Keeps what the count has come to; false when the time of this run is up. */
  keep(counting: Counting): Promise<boolean>;
  /** The write that says what came of it, to be made together with what follows from it. */
  done(outcome: RecountOutcome): Promise<Write>;
}

/** How often is compared again when the tally has gone on meanwhile. */
const TRIES = 50;

/** Most names of figures in an entry of the log. */
const MOST_NAMES = 20;

/** Since when a consultation's ballots are being deleted or are gone: nothing can be recounted then. */
const purgedSince = async (db: Database, id: string): Promise<string | undefined> =>
  (await getPublished(db, id))?.life.purge?.begun;

/**
 * Recounts a consultation whose ballots are there; `undefined` when time was up, and what was counted is kept. Of one
 * whose ballots were deleted it says since when, and lets nothing stand in the way of what was published: no
 * figure can change any more.
 */
export async function recountUnlessPurged<Kept extends Keeper | undefined = undefined>(
  world: World,
  known: Known,
  how: RecountHow,
  keeper?: Kept,
): Promise<RecountReport | { purged: string } | (Kept extends Keeper ? undefined : never)> {
  type Cut = Kept extends Keeper ? undefined : never;
  const { db } = world;
  const { id } = known.definition;
  const isThere = (await purgedSince(db, id)) === undefined;
  const found = isThere ? await recountInPieces(world, known, how, keeper) : undefined;
  // Asked again: the deletion may have begun while ballots were being read.
  const purged = await purgedSince(db, id);
  if (purged === undefined) return found as RecountReport | Cut;
  if ((await loadStop(db, id)) !== undefined) await liftStop(db, id);
  return { purged };
}

/**
 * Recounts one consultation, in this run. A difference stops its publication, agreement lets it go on. After a
 * gap in the stream, where an earlier version counted, or when asked, the tally is rebuilt from the ballots.
 */
export const recountConsultation = async (
  world: World,
  known: Pick<Known, "definition" | "plan">,
  how: RecountHow,
): Promise<RecountReport> => (await recountInPieces(world, known, how))!;

async function recountInPieces(
  world: World,
  { definition, plan }: Pick<Known, "definition" | "plan">,
  how: RecountHow,
  keeper?: Keeper,
): Promise<RecountReport | undefined> {
  const { id } = definition;
  const ports = await recountPorts(world, how, {
    // What nobody asked for fails on a damaged tally, and that is told; a wish ends with what it found.
    anew: how.rebuild || keeper !== undefined,
    ...how.size,
  });
  const from = keeper?.counting ?? (await beginning(world.db, plan));
  const counted = await countPieces(ports, id, plan, from, keeper?.keep);
  if (counted === undefined) return undefined;
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    // Read before the stream is: whatever is passed over after it was followed shows as another stop.
    const stop = await loadStop(world.db, id);
    const outcome = await compared(ports, id, plan, counted);
    const report = await settled(world, id, outcome, stop, how, keeper);
    if (report !== undefined) return report;
  }
  throw new Error(`${id}: the tally went on each time that it was compared`);
}

/**
 * Writes what follows from a comparison, all of it or nothing: the tally, that nothing stops publication any more, the entry in
 * the log and what a keeper keeps. `undefined` when the tally or the stop is another one by now.
 */
async function settled(
  world: World,
  id: string,
  outcome: Recount,
  stop: Stop | undefined,
  { rebuild, askedBy }: RecountHow,
  keeper: Keeper | undefined,
): Promise<RecountReport | undefined> {
  const { db, log, now } = world;
  const { differences, outdated, loadedRevision, damaged } = outcome;
  if (outcome.frozen) return { ...outcome, rebuilt: false };
  const agree = differences.length === 0;
  // In the place of a tally that is damaged nothing is put before somebody asks for it.
  const mayRebuild = damaged === undefined && (outdated || stop?.reason === "gap");
  const rebuilt = !agree && (rebuild || mayRebuild);
  const writes: Write[] = [];
  if (rebuilt) {
    const tally = rebuiltTally(outcome);
    writes.push(
      damaged === undefined
        ? tallyPut(db, id, tally, loadedRevision)
        : tallyAnew(db, id, tally, damaged, now()),
    );
  } else if (agree && (outdated || stop !== undefined || (outcome.ahead && loadedRevision > 0))) {
    // What the job may have passed over is in this copy, and after a stop it may have passed over all there was.
    writes.push(tallyPut(db, id, outcome.tally, loadedRevision));
  }
  if ((agree || rebuilt) && stop !== undefined) writes.push(liftPut(db, id, stop));
  if (keeper !== undefined) writes.push(await keeper.done({ differences, rebuilt }));
  const isLogged = askedBy !== undefined || rebuilt;
  const act = isLogged
    ? recounted(askedBy ?? KENES.organiser.name, differences, rebuilt)
    : undefined;
  if (!(await made(world, id, act, writes))) return undefined;
  if (!agree) tell(log, id, differences, rebuilt, outdated);
  // That a tally of an earlier version differs says nothing of the counting.
  const counts = outdated && rebuilt ? 0 : differences.length;
  await noteRecount(db, id, { at: now().toISOString(), differences: counts });
  if (!agree && !rebuilt && stop?.reason !== "gap") {
    await putStop(db, id, { reason: "difference", since: now().toISOString(), differences });
  }
  return { ...outcome, rebuilt };
}

const recounted = (askedBy: string, differences: readonly string[], rebuilt: boolean): Act => ({
  action: "recounted",
  before: null,
  after: {
    askedBy,
    outcome: rebuilt ? "rebuilt" : differences.length === 0 ? "agreed" : "differed",
    count: differences.length,
    differences: differences.slice(0, MOST_NAMES),
  },
});

async function made(
  world: World,
  id: string,
  act: Act | undefined,
  writes: readonly Write[],
): Promise<boolean> {
  if (act !== undefined) return (await record(world, id, KENES, act, writes)) !== undefined;
  return writes.length === 0 || writeAll(world.db, writes);
}

function tell(
  log: Services["log"],
  consultation: string,
  differences: string[],
  rebuilt: boolean,
  outdated: boolean,
): void {
  if (outdated) {
    log({ level: "info", event: "tally-begun-anew", consultation, rebuilt });
    return;
  }
  log({ level: "error", event: "recount-differs", consultation, differences });
  if (rebuilt) log({ level: "warn", event: "tally-rebuilt", consultation, rebuilt });
}
