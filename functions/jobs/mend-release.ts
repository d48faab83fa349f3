/**
 * What is done where the file of the newest release is gone or damaged: it is made again, byte for byte, where all that
 * it was made of is still there, and where not, the next one is made all the same.
 */
import type { Consultation } from "../../domain/consultation/definition.ts";
import { milestoneDue } from "../../domain/disclosure/schedule.ts";
import type { StoredRelease } from "../../domain/release/release.ts";
import { countingPlan } from "../../domain/tally/plan.ts";
import { setHashText } from "../../domain/tally/set-hash.ts";
import { emptyTally } from "../../domain/tally/tally.ts";
import {
  type PublishedRelease,
  readableBefore,
  readRelease,
  UnreadableRelease,
} from "../memory/releases.ts";
import { sha256 } from "../secrets.ts";
import type { Services } from "../services.ts";
import { loadProtection } from "../store/protection.ts";
import {
  newestRegistered,
  registeredAs,
  type RegisteredRelease,
  releaseFile,
} from "../store/releases.ts";
import { loadTally } from "../store/tallies.ts";
import { composeRelease } from "./compose.ts";
import { milestoneCounts } from "./milestone.ts";

type World = Pick<Services, "db" | "files" | "log">;

/** Sees that the file of the newest release is there and whole. Throws `UnreadableRelease` where it is not and stays so. */
export async function mendNewest(world: World, definition: Consultation): Promise<void> {
  const line = await newestRegistered(world.db, definition.id);
  if (line !== undefined) await readOrMend(world, definition, line);
}

/**
 * The newest release, as the next one goes on from it. Where it is lost, the next goes on from the one before in all but
 * number and hash, so that the chain is whole again when the file is found; and no day for groups is told a second time.
 */
export async function previousOf(
  world: World,
  definition: Consultation,
  line: RegisteredRelease,
): Promise<StoredRelease> {
  const { id, release: schedule } = definition;
  const { hash, number } = line;
  try {
    return { release: (await readOrMend(world, definition, line)).release, hash };
  } catch (failure) {
    if (!(failure instanceof UnreadableRelease)) throw failure;
    const older = (await readableBefore(world, id, number))?.release;
    if (older === undefined) throw failure;
    const { milestone } = older.rules;
    const at = new Date(line.releasedAt);
    const told = milestoneDue(schedule.groupsAt ?? [], line, milestone.turn, at) ?? milestone.turn;
    const rules = { ...older.rules, milestone: { ...milestone, turn: told } };
    return { release: { ...older, release: number, rules }, hash };
  }
}

async function readOrMend(
  world: World,
  definition: Consultation,
  line: RegisteredRelease,
): Promise<PublishedRelease> {
  const { files, log } = world;
  const { id } = definition;
  try {
    return await readRelease(files, id, line);
  } catch (failure) {
    if (!(failure instanceof UnreadableRelease)) throw failure;
    const text = await madeAgain(world, definition, line);
    if (text === undefined || sha256(text) !== line.hash) throw failure;
    const name = releaseFile(id, line.number, line.hash);
    await files.write(name, new TextEncoder().encode(text), "application/json");
    log({ level: "warn", event: "release-made-again", consultation: id, release: line.number });
    return readRelease(files, id, line);
  }
}

/** The text of a release as it was made, while nothing was counted since; `undefined` where its parts are gone. */
async function madeAgain(
  { db, files }: World,
  definition: Consultation,
  line: RegisteredRelease,
): Promise<string | undefined> {
  const { id } = definition;
  const { plan, secret } = (await loadProtection(db, id)) ?? {};
  const stored = await loadTally(db, id);
  const tally = stored?.tally ?? emptyTally(countingPlan(definition));
  if (plan === undefined || secret === undefined || stored?.outdated === true) return undefined;
  if (setHashText(tally.setHash) !== line.counted) return undefined;
  const before = line.number > 1 ? await registeredAs(db, id, line.number - 1) : undefined;
  const previous = before && {
    release: (await readRelease(files, id, before)).release,
    hash: before.hash,
  };
  const [due, at] = [{ turn: line.turn, final: line.final }, new Date(line.releasedAt)];
  const counted = await milestoneCounts(db, definition, { due, previous, tally, at });
  if (counted !== undefined && "wait" in counted) return undefined;
  const parts = { plan, secret, due, tally, previous, counted, at };
  return (await composeRelease(db, definition, parts)).text;
}
