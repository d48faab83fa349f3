/** Undoing and redoing: each on what is stored at that moment, and recorded with it. */
import { undone } from "../../domain/draft/change.ts";
import type { Before } from "../../domain/draft/patch.ts";
import type { Act } from "../../domain/organiser/acts.ts";
import type { Problem } from "../../domain/problem.ts";
import type { TeamActor } from "../organiser/guard.tsx";
import { record } from "../organiser/log.ts";
import type { Services } from "../services.ts";
import { frozenCheck } from "../store/consultations.ts";
import { listHistory, redoneWrite, undoneWrite } from "../store/draft-changes.ts";
import { draftWrite } from "../store/drafts.ts";
import type { Write } from "../store/write.ts";
import { isFrozen, isOwn, loadWorkpiece, namesOf, type Workpiece } from "./drafting.ts";

/** Undoes the newest change; refused when that is another one than the organiser saw. */
export async function undoChange(
  services: Services,
  actor: TeamActor,
  revision: number,
): Promise<Problem | undefined> {
  const { db } = services;
  const id = actor.consultation;
  const [work, { changes }] = [await loadWorkpiece(services, id), await listHistory(db, id)];
  const [newest] = changes;
  if (work === undefined || newest?.revision !== revision) return { problem: "undo-refused" };
  const act = {
    action: "draft-undone" as const,
    before: { revision: work.revision },
    after: { undone: revision },
  };
  return putBack(services, actor, work, newest.before, act, (before) => [
    undoneWrite(db, id, newest, { from: work.revision, before }),
  ]);
}

/** Does again what was undone last; refused when anything has been changed since. */
export async function redoChange(
  services: Services,
  actor: TeamActor,
  at: number,
): Promise<Problem | undefined> {
  const { db, now } = services;
  const id = actor.consultation;
  const [work, history] = [await loadWorkpiece(services, id), await listHistory(db, id)];
  const last = history.undone.find((one) => one.at === at);
  if (work?.revision !== at || last === undefined) return { problem: "undo-refused" };
  const act = {
    action: "draft-redone" as const,
    before: { revision: at },
    after: { redone: last.change },
  };
  return putBack(services, actor, work, last.before, act, (before) =>
    redoneWrite(db, id, last, history.undone, {
      revision: at + 1,
      at: now().toISOString(),
      who: actor.organiser.name,
      before,
    }),
  );
}

/** Puts values back together with what tells of it; `writes` gets what stood there until now. */
async function putBack(
  services: Services,
  actor: TeamActor,
  work: Workpiece,
  values: Before,
  act: Act,
  writes: (before: Before) => Write[],
): Promise<Problem | undefined> {
  const { db } = services;
  const id = actor.consultation;
  const next = undone(work.draft, values);
  if (!isOwn(actor, namesOf(next))) return { problem: "text-not-yours" };
  if (isFrozen(work, next.draft, namesOf(next))) return { problem: "step-refused" };
  const draft = draftWrite(db, id, next.draft, work.revision);
  if (draft === undefined) return { problem: "body-too-large" };
  const all = [draft, frozenCheck(db, id, work.published !== undefined), ...writes(next.before)];
  const done = await record(services, id, actor, act, all);
  return done === undefined ? { problem: "undo-refused" } : undefined;
}
