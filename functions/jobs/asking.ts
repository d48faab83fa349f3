import type { Known } from "../memory/consultations.ts";
import { KENES } from "../organiser/kenes.ts";
import { record } from "../organiser/log.ts";
import type { Services } from "../services.ts";
import type { Database } from "../store/database.ts";
import { putIf } from "../store/put-if.ts";
import {
  getWish,
  noteNight,
  openWishes,
  type RecountWhy,
  type RecountWish,
  wishPut,
} from "../store/recounts.ts";
import { loadTallyOrDamage } from "../store/tallies.ts";

type World = Pick<Services, "db" | "now" | "random">;

export interface Asked {
  by: { organiser: { name: string } };
  why: RecountWhy;
  rebuild: boolean;
}

/** Another name for each time that a recount begins from nothing. */
export const wishId = ({ random }: Pick<Services, "random">): string =>
  Buffer.from(random(8)).toString("hex");

/**
 * Asks for a recount, with an entry in the log but for those of every night. Of one that is under way already
 * nothing is changed, unless it is to rebuild now and was not: then it begins anew. Returns the wish that stands.
 */
export async function askRecount(
  world: World,
  consultation: string,
  { by, why, rebuild }: Asked,
): Promise<RecountWish> {
  const { db, now } = world;
  for (;;) {
    const read = await getWish(db, consultation);
    if (read !== undefined && read.wish.state !== "done" && (read.wish.rebuild || !rebuild)) {
      return read.wish;
    }
    const { name } = by.organiser;
    const at = now().toISOString();
    const wish = { id: wishId(world), by: name, at, why, rebuild, parts: 0, anew: 0 };
    const waiting: RecountWish = { ...wish, state: "waiting" };
    const put = wishPut(db, consultation, waiting, read);
    const done =
      why === "night"
        ? await putIf(db, put)
        : (await record(
            world,
            consultation,
            by,
            {
              action: "recount-asked",
              before: null,
              after: { how: rebuild ? "rebuild" : "compare", why },
            },
            [put],
          )) !== undefined;
    if (done) return waiting;
  }
}

/** The hour of the night at which all are recounted: 20:00 UTC is one in the morning in Kazakhstan. */
const NIGHT = 20;

/** The consultations of which a recount is wanted. Once a night that is every one whose ballots are there. */
export async function wanted(world: World, all: () => Promise<Known[]>): Promise<string[]> {
  const { db, now } = world;
  const { open, night } = await openWishes(db);
  const at = now();
  const today = at.toISOString().slice(0, 10);
  if (at.getUTCHours() !== NIGHT || night === today) return open;
  for (const { definition, life } of await all()) {
    if (life.purge === undefined) {
      await askRecount(world, definition.id, { by: KENES, why: "night", rebuild: false });
    }
  }
  await noteNight(db, today);
  return (await openWishes(db)).open;
}

/**
 * After an upgrade: asks for a rebuild of every tally that an earlier version counted. Until then nothing of them is
 * published, since some ballots are counted by one rule and some by another; what is published stays.
 */
export async function askAfterUpgrade(world: World, all: readonly Known[]): Promise<void> {
  for (const { definition } of all) {
    if (await isOutdated(world.db, definition.id)) {
      await askRecount(world, definition.id, { by: KENES, why: "upgrade", rebuild: true });
    }
  }
}

async function isOutdated(db: Database, id: string): Promise<boolean> {
  const stored = await loadTallyOrDamage(db, id).catch((failure: unknown) => {
    if (failure instanceof Error && failure.name === "NewerForm") return undefined;
    throw failure;
  });
  return (
    stored !== undefined && "tally" in stored && stored.outdated === true && stored.frozen !== true
  );
}

/** After records of the stream were lost: asks for a rebuild of every tally, without waiting for the night. */
export async function askAfterGap(world: World, all: readonly Known[]): Promise<void> {
  for (const { definition, life } of all) {
    if (life.purge === undefined) {
      await askRecount(world, definition.id, { by: KENES, why: "gap", rebuild: true });
    }
  }
}
