import { emptyDraft } from "../../domain/draft/draft.ts";
import { suggestedFields } from "../../domain/draft/suggested.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import { may, roleOf } from "../../domain/organiser/role.ts";
import type { Problem } from "../../domain/problem.ts";
import { readTextName } from "../../domain/remark/same-text.ts";
import { storeDraft } from "../draft/creating.ts";
import { saveChange, workpieceOf } from "../draft/drafting.ts";
import type { TeamActor } from "../organiser/guard.tsx";
import { record } from "../organiser/log.ts";
import { openSection } from "../organiser/section.ts";
import type { Services } from "../services.ts";
import { findText } from "../store/texts.ts";

/**
 * Takes an accepted suggestion over into a draft of the actor's, or with an empty `target` into a new one: as
 * its last recommendation, credited to a respondent. Both logs tell of it. The draft that it went into.
 */
export async function takeOver(
  services: Services,
  actor: TeamActor,
  definition: Consultation,
  name: string,
  target: string,
): Promise<{ id: string } | Problem> {
  const named = readTextName(name);
  const suggestion =
    named?.code === ""
      ? await findText(services.db, actor.consultation, name, ["accepted"])
      : undefined;
  if (suggestion === undefined || suggestion.text === "") return { problem: "text-gone" };
  const taken =
    target === ""
      ? await intoNew(services, actor, definition, suggestion)
      : await intoDraft(services, actor, target, suggestion);
  if ("problem" in taken) return taken;
  await record(services, actor.consultation, actor, {
    action: "suggestion-taken",
    before: null,
    after: { into: taken.id },
  });
  return taken;
}

type Suggestion = Parameters<typeof suggestedFields>[1];

async function intoNew(
  services: Services,
  actor: TeamActor,
  { languages }: Consultation,
  suggestion: Suggestion,
): Promise<{ id: string } | Problem> {
  const draft = emptyDraft("", languages);
  const fields = { ...draft.fields, ...suggestedFields(draft, suggestion) };
  const wanted = { way: "empty" as const, title: "", id: undefined, languages };
  const instead = `${actor.consultation.slice(0, 35)}-next`;
  return storeDraft(services, actor, wanted, { draft: { ...draft, fields }, instead });
}

/** Only the draft of a consultation that the actor may edit, and over the version that was read. */
async function intoDraft(
  services: Services,
  actor: TeamActor,
  id: string,
  suggestion: Suggestion,
): Promise<{ id: string } | Problem> {
  const section = openSection(services, id);
  const { members } = await section.team();
  const role = roleOf(members, actor.organiser.id);
  const work = await workpieceOf(section, services.now);
  if (role === undefined || !may(role, "edit") || work === undefined) {
    return { problem: "page-unknown" };
  }
  const fields = suggestedFields(work.draft, suggestion);
  if (fields === undefined) return { problem: "draft-invalid" };
  const there: TeamActor = { ...actor, consultation: id, role, languages: undefined, section };
  const saved = await saveChange(services, there, { kind: "import", fields }, work.revision);
  return "problem" in saved ? saved : { id };
}
