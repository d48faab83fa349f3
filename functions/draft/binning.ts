/** Deleting a draft, bringing it back, and emptying the bin: each recorded, and over what was read. */
import { binnedUntil, isPastBin } from "../../domain/draft/bin.ts";
import type { Problem } from "../../domain/problem.ts";
import type { TeamActor } from "../organiser/guard.tsx";
import { record } from "../organiser/log.ts";
import type { Services } from "../services.ts";
import { binWrite, emptyingWrites, getBinned, restoreWrite } from "../store/bin.ts";
import { frozenCheck } from "../store/consultations.ts";
import { listProgramKeys, programKeysGone } from "../store/program-keys.ts";
import { listTeams } from "../store/teams.ts";
import { writeAll } from "../store/write-all.ts";
import { loadWorkpiece } from "./drafting.ts";

/** Puts a draft into the bin. What was ever published is none, and refused. */
export async function binDraft(services: Services, actor: TeamActor): Promise<Problem | undefined> {
  const { db, now } = services;
  const id = actor.consultation;
  const work = await loadWorkpiece(services, id);
  if (work === undefined) return { problem: "page-unknown" };
  if (work.published !== undefined) return { problem: "step-refused" };
  const at = now().toISOString();
  const act = { action: "draft-binned" as const, before: null, after: { until: binnedUntil(at) } };
  const writes = [
    binWrite(db, id, work, at),
    frozenCheck(db, id, false),
    // They do not come back with it.
    ...programKeysGone(db, id, await listProgramKeys(db, id)),
  ];
  const done = await record(services, id, actor, act, writes);
  return done === undefined ? { problem: "step-refused" } : undefined;
}

/** Brings a draft back as it was, while it can be. */
export async function restoreDraft(
  services: Services,
  actor: TeamActor,
): Promise<Problem | undefined> {
  const { db, now } = services;
  const id = actor.consultation;
  const binned = await getBinned(db, id);
  if (binned === undefined || isPastBin(binned.binnedAt, now())) return { problem: "step-refused" };
  const act = { action: "draft-restored" as const, before: null, after: null };
  const done = await record(services, id, actor, act, [restoreWrite(db, id, binned)]);
  return done === undefined ? { problem: "step-refused" } : undefined;
}

/** Leaves nothing of the drafts that were deleted longer ago than they can be restored. */
export async function emptyBin({ db, now }: Pick<Services, "db" | "now">): Promise<void> {
  for (const { consultation: id } of await listTeams(db)) {
    const binned = await getBinned(db, id);
    const isDue = binned !== undefined && !binned.emptied && isPastBin(binned.binnedAt, now());
    if (isDue) await writeAll(db, await emptyingWrites(db, id, binned));
  }
}
