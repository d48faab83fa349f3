import {
  type KeptRelease,
  nextRelease,
  type ReleaseDecision,
  releaseText,
} from "../../domain/release/release.ts";
import type { Consultation } from "../../domain/consultation.ts";
import { sha256 } from "../secrets.ts";
import type { Services } from "../services.ts";
import { isSimulated } from "../store/consultations.ts";
import { lastPass, loadStop } from "../store/counting.ts";
import { newestRegistered, registerRelease, releaseFile } from "../store/releases.ts";
import { loadTally } from "../store/tallies.ts";
import { readRelease } from "../published.ts";

export type ReleaseReport =
  | { released: number }
  | { wait: "stopped" | "nothing-counted" | "another-came-first" }
  | Extract<ReleaseDecision, { wait: string }>;

/**
 * Makes a consultation's next release when its rules allow one: the file first, then the register,
 * so that whatever is registered can be read. Nothing is published while counting is in doubt.
 */
export async function releaseWhenDue(
  services: Pick<Services, "db" | "files" | "now">,
  definition: Consultation,
): Promise<ReleaseReport> {
  const { db, files, now } = services;
  if ((await loadStop(db, definition.id)) !== undefined) return { wait: "stopped" };
  // Read before the tally, which may then hold more than this says, and never less.
  const countedUntil = await lastPass(db);
  const kept = await loadTally(db, definition.id);
  if (kept === undefined) return { wait: "nothing-counted" };
  // Read after the tally: the mark is set before the first simulated ballot is sent.
  const simulated = await isSimulated(db, definition.id);
  const decision = nextRelease({
    definition,
    tally: kept.tally,
    previous: await previousRelease(services, definition.id),
    simulated,
    at: now(),
    countedUntil,
  });
  if ("wait" in decision) return decision;
  const { release, basis } = decision;
  const text = releaseText(release);
  const hash = sha256(text);
  const name = releaseFile(definition.id, release.release, hash);
  await files.write(name, new TextEncoder().encode(text), "application/json");
  const registered = await registerRelease(db, definition.id, {
    number: release.release,
    releasedAt: release.releasedAt,
    hash,
    basis,
  });
  return registered ? { released: release.release } : { wait: "another-came-first" };
}

async function previousRelease(
  { db, files }: Pick<Services, "db" | "files">,
  consultation: string,
): Promise<KeptRelease | undefined> {
  const registered = await newestRegistered(db, consultation);
  if (registered === undefined) return undefined;
  const { release } = await readRelease(files, consultation, registered);
  return { release, hash: registered.hash, basis: registered.basis };
}
