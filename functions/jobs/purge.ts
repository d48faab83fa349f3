import type { Act } from "../../domain/organiser/acts.ts";
import type { PublishedConsultation } from "../../domain/consultation/life.ts";
import { type Counted, purgeWait, type PurgeWait } from "../../domain/consultation/purge.ts";
import type { Release } from "../../domain/release/schema.ts";
import { KENES } from "../organiser/kenes.ts";
import { record } from "../organiser/log.ts";
import type { Services } from "../services.ts";
import { BUCKETS } from "../store/keys.ts";
import { idsOfBucket } from "../store/all-ballots.ts";
import { deleteBallot } from "../store/ballots.ts";
import { publishedWrite } from "../store/consultations.ts";
import { lastRecount, loadStop } from "../store/counting.ts";
import { listProgramKeys, programKeysGone } from "../store/program-keys.ts";
import { forgetSecretWrite, loadProtection } from "../store/protection.ts";
import { forgetRemarks } from "../store/forget-remarks.ts";
import { purgeTexts } from "../store/purge-texts.ts";
import { freezeWrite, loadTally } from "../store/tallies.ts";

/** How many ballots are deleted at once. */
const AT_ONCE = 25;

type World = Pick<Services, "db" | "now" | "random">;

export type PurgeReport =
  | { wait: PurgeWait | "another-came-first" | "done" }
  /** The time of this run is up; the next one goes on. */
  | { begun: true }
  | { purged: true };

/**
 * Deletes the ballots of an archived consultation once their time is over, and the remarks with them: of these
 * only texts that were accepted and may be published stay, and nothing that says whose. May be killed anywhere and
 * run again: what is deleted stays so, and the end is written down when a whole run has found no more.
 * Releases are not touched, the tally is frozen in the same transaction that begins, and the secret of
 * the noise is forgotten in the one that ends.
 */
export async function purgeWhenDue(
  world: World,
  published: PublishedConsultation,
  release: Release | undefined,
  outOfTime: () => boolean,
): Promise<PurgeReport> {
  const { life } = published;
  if (life.purge?.done !== undefined) return { wait: "done" };
  if (life.purge !== undefined) return goOn(world, published, release, outOfTime);
  const wait = await waitFor(world, published, release);
  if (wait !== undefined) return { wait };
  const begun = await begin(world, published, release);
  if (begun === undefined) return { wait: "another-came-first" };
  return goOn(world, begun, release, outOfTime);
}

/** Whether the deletion may begin or go on, as far as the consultation itself says: which costs nothing. */
export const mayPurge = (published: PublishedConsultation, at: Date): boolean =>
  published.life.purge === undefined
    ? purgeWait(published, NOTHING, at) === "not-confirmed"
    : published.life.purge.done === undefined;

async function waitFor(
  { db, now }: World,
  published: PublishedConsultation,
  release: Release | undefined,
): Promise<PurgeWait | undefined> {
  const { id } = published.definition;
  if (!mayPurge(published, now())) return purgeWait(published, NOTHING, now());
  const [tally, stop, recount] = [
    await loadTally(db, id),
    await loadStop(db, id),
    await lastRecount(db, id),
  ];
  const counted = {
    any: tally !== undefined,
    final: release?.final === true,
    stopped: stop !== undefined,
    recount,
  };
  return purgeWait(published, counted, now());
}

const NOTHING: Counted = { any: true, final: false, stopped: false, recount: undefined };

/** From here on there is no way back. Refused when the consultation was put back in the list meanwhile. */
async function begin(
  world: World,
  published: PublishedConsultation,
  release: Release | undefined,
): Promise<PublishedConsultation | undefined> {
  const { db, now } = world;
  const { definition, life } = published;
  const { id } = definition;
  const after = { definition, life: { ...life, purge: { begun: now().toISOString() } } };
  const isCounted = (await loadTally(db, id)) !== undefined;
  const writes = [
    publishedWrite(db, id, published, after),
    ...(isCounted ? [freezeWrite(db, id)] : []),
    ...programKeysGone(db, id, await listProgramKeys(db, id)),
  ];
  const done = await record(world, id, KENES, purged("purge-begun", release), writes);
  return done === undefined ? undefined : after;
}

async function goOn(
  world: World,
  published: PublishedConsultation,
  release: Release | undefined,
  outOfTime: () => boolean,
): Promise<PurgeReport> {
  const { db, now } = world;
  const { definition, life } = published;
  const { id } = definition;
  for (const bucket of BUCKETS) {
    for await (const ids of idsOfBucket(db, id, bucket)) {
      for (let from = 0; from < ids.length; from += AT_ONCE) {
        if (outOfTime()) return { begun: true };
        const some = ids.slice(from, from + AT_ONCE);
        await Promise.all(some.map((one) => deleteBallot(db, id, one)));
      }
    }
  }
  if (!(await forgetRemarks(db, id, outOfTime))) return { begun: true };
  await purgeTexts(db, id, definition.disclosure !== "at-risk");
  const purge = { ...life.purge!, done: now().toISOString() };
  const isProtected = (await loadProtection(db, id)) !== undefined;
  const writes = [
    publishedWrite(db, id, published, { definition, life: { ...life, purge } }),
    ...(isProtected ? [forgetSecretWrite(db, id)] : []),
  ];
  const done = await record(world, id, KENES, purged("ballots-purged", release), writes);
  return done === undefined ? { wait: "another-came-first" } : { purged: true };
}

/**
 * An act of the purge, with how many ballots there were as the final release tells it and no more exactly:
 * everybody in the team reads the log, and an exact number beside a rounded one would take the rounding off.
 */
const purged = (action: "purge-begun" | "ballots-purged", release: Release | undefined): Act => ({
  action,
  before: null,
  after:
    release === undefined ? null : { release: release.release, ballots: { ...release.ballots } },
});
