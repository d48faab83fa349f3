import type { Problem } from "../../domain/problem.ts";
import type { ModerationRules } from "../../domain/remark/verdict.ts";
import type { TeamActor } from "../organiser/guard.tsx";
import { record } from "../organiser/log.ts";
import type { Services } from "../services.ts";
import { getModerationRules, moderationRulesWrite } from "../store/moderation.ts";

/** Changes how texts are judged from now on; what was decided stays. */
export async function changeRules(
  services: Services,
  actor: TeamActor,
  wanted: ModerationRules,
): Promise<Problem | undefined> {
  const { db } = services;
  const id = actor.consultation;
  const before = await getModerationRules(db, id);
  if (before.two === wanted.two) return undefined;
  const act = {
    action: "moderation-rules" as const,
    before: { moderators: before.two ? 2 : 1 },
    after: { moderators: wanted.two ? 2 : 1 },
  };
  const write = moderationRulesWrite(db, id, before, wanted);
  return (await record(services, id, actor, act, [write])) ? undefined : { problem: "busy" };
}
