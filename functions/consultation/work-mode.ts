import { stageAt } from "../../domain/consultation/life.ts";
import type { Problem } from "../../domain/problem.ts";
import { modeAfter, switched, type WorkMode } from "../../domain/work/mode.ts";
import type { Acting } from "../organiser/acting.ts";
import { record } from "../organiser/log.ts";
import type { Services } from "../services.ts";
import { getPublished, publishedWrite } from "../store/consultations.ts";

/**
 * Switches work on ballots, together with its entry in the log, or neither. To what it is already is no switch. Only
 * while ballots come, or are going to: of two at once one is refused.
 */
export async function switchWork(
  services: Services,
  actor: Acting,
  mode: WorkMode,
): Promise<Problem | undefined> {
  const { db, now } = services;
  const id = actor.consultation;
  const published = await getPublished(db, id);
  if (published === undefined) return { problem: "consultation-unknown" };
  const at = now();
  const stage = stageAt(published, at);
  if (stage !== "scheduled" && stage !== "open" && stage !== "paused") {
    return { problem: "step-refused" };
  }
  const { definition, life } = published;
  const before = modeAfter(life.work);
  if (before === mode) return undefined;
  const work = switched(life.work, { mode, at: at.toISOString() });
  const done = await record(
    services,
    id,
    actor,
    { action: "work-switched", before: { mode: before }, after: { mode } },
    [publishedWrite(db, id, published, { definition, life: { ...life, work } })],
  );
  return done === undefined ? { problem: "step-refused" } : undefined;
}
