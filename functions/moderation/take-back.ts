/** Taking a decision back: decided on what is stored at that moment, and recorded with it. */
import type { Problem } from "../../domain/problem.ts";
import type { TeamActor } from "../organiser/guard.tsx";
import { record } from "../organiser/log.ts";
import type { Services } from "../services.ts";
import { decisionsWrite, getDecisions } from "../store/moderation.ts";
import { findText, type StoredText, textWrites } from "../store/texts.ts";
import { asShown, MOST_AT_ONCE, standingSo, TRIES } from "./judge.ts";

/** Takes back a moderator's own decision, unless somebody has judged the text since. */
export async function takeBack(
  services: Services,
  actor: TeamActor,
  name: string,
): Promise<Problem | undefined> {
  const { db } = services;
  const id = actor.consultation;
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const own = await getDecisions(db, id, actor.organiser.id);
    const decision = own.decisions.find((one) => one.name === name);
    if (decision === undefined) return { problem: "text-judged" };
    const text = await asShown(services, id, decision);
    if (typeof text === "string") return { problem: text };
    const after = standingSo(text, decision.before);
    const kept = own.decisions.filter((one) => one !== decision);
    const writes = [
      ...textWrites(db, id, [{ before: text, after }]),
      decisionsWrite(db, id, actor.organiser.id, own, kept),
    ];
    const act = { action: "judging-undone" as const, before: null, after: { texts: 1 } };
    if (await record(services, id, actor, act, writes)) return undefined;
  }
  return { problem: "busy" };
}

/** The last decisions of a moderator that can still be taken back, with their texts. */
export async function takenBackable(
  { db }: Pick<Services, "db">,
  consultation: string,
  moderator: string,
): Promise<StoredText[]> {
  const { decisions } = await getDecisions(db, consultation, moderator);
  const texts = await Promise.all(
    decisions.slice(0, MOST_AT_ONCE).map(async ({ name, standing, acts }) => {
      const text = await findText(db, consultation, name, [standing]);
      return text?.acts === acts ? [text] : [];
    }),
  );
  return texts.flat();
}
