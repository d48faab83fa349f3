import { withChannel } from "../../domain/consultation/later-channel.ts";
import { stageAt } from "../../domain/consultation/life.ts";
import type { Texts } from "../../domain/language.ts";
import type { Problem } from "../../domain/problem.ts";
import type { Acting } from "../organiser/acting.ts";
import { record } from "../organiser/log.ts";
import type { Services } from "../services.ts";
import { getPublished, publishedWrite } from "../store/consultations.ts";
import { isKeepable } from "../store/keepable.ts";

/**
 * Adds a channel to an open consultation, with the code that it is given, together with its entry in the log, or neither. Decided on
 * what is stored at that moment; of two at once one is refused.
 */
export async function addChannel(
  services: Services,
  actor: Acting,
  name: Texts,
): Promise<{ code: string } | Problem> {
  const { db, now } = services;
  const id = actor.consultation;
  const published = await getPublished(db, id);
  if (published === undefined) return { problem: "consultation-unknown" };
  const stage = stageAt(published, now());
  if (stage !== "open" && stage !== "paused") return { problem: "step-refused" };
  const made = withChannel(published.definition, name);
  if ("problem" in made) return made;
  const { consultation: definition, code, label } = made;
  const after = { ...published, definition };
  if (!isKeepable(after)) return { problem: "body-too-large" };
  const done = await record(
    services,
    id,
    actor,
    {
      action: "channel-added",
      before: null,
      after: { channel: code, label: label[definition.languages[0]!]! },
    },
    [publishedWrite(db, id, published, after)],
  );
  return done === undefined ? { problem: "step-refused" } : { code };
}
