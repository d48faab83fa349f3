import { plannedClosing } from "../../domain/consultation/closing.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import {
  releaseDue,
  releasePlan,
  type ReleasePlan,
  type Wait,
} from "../../domain/disclosure/schedule.ts";
import { countingPlan } from "../../domain/tally/plan.ts";
import { setHashText } from "../../domain/tally/set-hash.ts";
import { emptyTally } from "../../domain/tally/tally.ts";
import { readRelease } from "../memory/releases.ts";
import { sha256 } from "../secrets.ts";
import type { Services } from "../services.ts";
import { getPublished } from "../store/consultations.ts";
import { lastPass, loadStop } from "../store/counting.ts";
import { fixProtection, type StoredProtection, loadProtection } from "../store/protection.ts";
import {
  newestRegistered,
  type RegisteredRelease,
  registerRelease,
  releaseFile,
} from "../store/releases.ts";
import { loadTally } from "../store/tallies.ts";
import { composeRelease, type Parts } from "./compose.ts";
import { previousOf } from "./mend-release.ts";
import { milestoneCounts } from "./milestone.ts";

/** Bytes of the secret of a consultation's noise. */
const SECRET = 32;

export type ReleaseReport =
  | { released: number }
  | { wait: Wait | "not-open" | "stopped" | "another-came-first" };

type World = Pick<Services, "db" | "files" | "now" | "random" | "log">;

/**
 * Makes a consultation's next release when its plan says so: the file first, then the register, so
 * that whatever is registered can be read. Nothing is published while counting is in doubt.
 */
export async function releaseWhenDue(
  services: World,
  definition: Consultation,
): Promise<ReleaseReport> {
  const { db, now } = services;
  const { id, opensAt, closesAt } = definition;
  if (opensAt !== undefined && now().getTime() < Date.parse(opensAt)) return { wait: "not-open" };
  if ((await loadStop(db, id)) !== undefined) return { wait: "stopped" };
  const registered = await newest(services, id);
  if (registered?.final === true) return { wait: "closed" };
  const { plan, secret } = (await loadProtection(db, id)) ?? (await fix(services, definition));
  // Gone with the ballots: nothing is published any more.
  if (secret === undefined) return { wait: "closed" };
  const at = now();
  // Read before the tally, which may then hold more than this says, and never less.
  const countedUntil = await lastPass(db);
  const dueIf = (isNew: boolean) =>
    releaseDue(plan, closesAt, registered, at, { countedUntil, isNew });
  // Nearly always it is too soon, whatever the tally says, which is the largest of all that is read here.
  const soonest = dueIf(true);
  if ("wait" in soonest) return soonest;
  const stored = await loadTally(db, id);
  const isNew = stored !== undefined && setHashText(stored.tally.setHash) !== registered?.counted;
  const due = dueIf(isNew);
  if ("wait" in due) return due;
  // Closing was moved since the definition was read: the last release waits for it.
  if (due.final && (await isExtended(db, definition))) return { wait: "too-soon" };
  if (stored?.outdated === true) return { wait: "stopped" };
  const tally = stored?.tally ?? emptyTally(countingPlan(definition));
  if (registered !== undefined) tellOfClock(services, id, registered, at);
  const previous = registered && (await previousOf(services, definition, registered));
  const counted = await milestoneCounts(db, definition, { due, previous, tally, at });
  if (counted !== undefined && "wait" in counted) return counted;
  return publish(services, definition, { plan, secret, due, tally, previous, counted, at });
}

/** The newest release. One of an earlier method has no place in the plan; whether it was the last, its file says. */
async function newest(
  { db, files }: World,
  consultation: string,
): Promise<RegisteredRelease | undefined> {
  const registered = await newestRegistered(db, consultation);
  if (registered === undefined || registered.turn > 0) return registered;
  const { release } = await readRelease(files, consultation, registered);
  return { ...registered, final: release.final };
}

/** Fixes when a consultation publishes, and by what its noise is drawn. */
async function fix(
  { db, now, random }: World,
  definition: Consultation,
): Promise<StoredProtection> {
  const { id, opensAt, release } = definition;
  const starts = opensAt ?? now().toISOString();
  const plan: ReleasePlan = releasePlan(release.every, starts, plannedClosing(definition));
  return fixProtection(db, id, { plan, secret: random(SECRET) });
}

/**
 * Whether closing has been moved later than a definition says. Nothing is moved any more in the last
 * minute, and the last release is made a minute after closing: so what is read here is settled.
 */
const isExtended = async (db: World["db"], { id, closesAt }: Consultation): Promise<boolean> => {
  const now = (await getPublished(db, id))?.definition.closesAt;
  return now !== undefined && Date.parse(now) > Date.parse(closesAt!);
};

/** Which release could be dated ahead of the clock, by more than clocks of several machines differ, in ms. */
const AHEAD = 60_000;

/** Tells the operators of a release that is dated ahead, when the next one is made, which is dated by the clock of now. */
function tellOfClock(
  { log }: World,
  consultation: string,
  { number, releasedAt }: RegisteredRelease,
  at: Date,
): void {
  const ahead = Date.parse(releasedAt) - at.getTime();
  if (ahead < AHEAD) return;
  const seconds = Math.round(ahead / 1000);
  log({ level: "error", event: "release-dated-ahead", consultation, release: number, seconds });
}

async function publish(
  { db, files }: World,
  definition: Consultation,
  parts: Parts,
): Promise<ReleaseReport> {
  const { id } = definition;
  const { due, tally } = parts;
  const { release, text } = await composeRelease(db, definition, parts);
  const hash = sha256(text);
  const name = releaseFile(id, release.release, hash);
  await files.write(name, new TextEncoder().encode(text), "application/json");
  const registered = await registerRelease(db, id, {
    number: release.release,
    releasedAt: release.releasedAt,
    hash,
    turn: due.turn,
    final: due.final,
    counted: setHashText(tally.setHash),
  });
  return registered ? { released: release.release } : { wait: "another-came-first" };
}
