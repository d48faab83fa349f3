import { readConsultationId } from "../../domain/consultation/definition.ts";
import { readLanguage } from "../../domain/language.ts";
import { emptyDraft } from "../../domain/draft/draft.ts";
import { type ImportFault, MOST_BYTES, wholeFault } from "../../domain/draft/import/fault.ts";
import { importPasted } from "../../domain/draft/import/pasted.ts";
import type { NewConsultation } from "../../domain/draft/import/table.ts";
import { may, roleOf } from "../../domain/organiser/role.ts";
import type { Problem } from "../../domain/problem.ts";
import type { Actor, Sent } from "../organiser/guard.tsx";
import { record } from "../organiser/log.ts";
import { openSection } from "../organiser/section.ts";
import type { Services } from "../services.ts";
import { frozenCheck } from "../store/consultations.ts";
import { draftWrite, getDraft } from "../store/drafts.ts";
import { getTeam, teamWrite } from "../store/teams.ts";
import { copied } from "./copying.ts";
import { workpieceOf } from "./drafting.ts";
import { importFile, type Made } from "./import/file.ts";

/** The ways to a new consultation. */
const WAYS = ["empty", "file", "paste", "duplicate"] as const;

/** Why nothing was made; of an import with every fault. */
export type NotMade = Problem & { imports?: ImportFault[] };

/** Makes a new draft, owned by who makes it: all of it, or nothing. */
export async function createDraft(
  services: Services,
  actor: Actor,
  sent: Sent,
): Promise<{ id: string } | NotMade> {
  const { db } = services;
  const id = readConsultationId((sent.fields.get("id") ?? "").trim());
  if (id === undefined) {
    return { problem: "draft-invalid", faults: [{ pointer: "/id", fault: "not-allowed" }] };
  }
  const original = readLanguage(sent.fields.get("original") ?? undefined) ?? "en";
  const made = await draftBy(services, actor, sent, { id, original });
  if ("problem" in made) return made;
  if ("faults" in made) return { problem: "import-invalid", imports: made.faults };
  const team = await getTeam(db, id);
  if (team.revision > 0 || (await getDraft(db, id)) !== undefined) {
    return { problem: "draft-exists" };
  }
  const draft = draftWrite(db, id, made.draft, 0);
  if (draft === undefined) return { problem: "body-too-large" };
  const writes = [
    draft,
    frozenCheck(db, id, false),
    teamWrite(db, team, { [actor.organiser.id]: "owner" }),
  ];
  const way = WAYS.find((one) => one === sent.fields.get("way")) ?? "empty";
  const act = { action: "draft-created" as const, before: null, after: { way } };
  const done = await record(services, id, actor, act, writes);
  return done === undefined ? { problem: "draft-exists" } : { id };
}

async function draftBy(
  services: Services,
  { organiser }: Actor,
  { fields, file }: Sent,
  wanted: NewConsultation,
): Promise<Made | Problem> {
  switch (WAYS.find((way) => way === fields.get("way"))) {
    case "file":
      return named(importFile(wanted, file), wanted);
    case "paste": {
      const text = fields.get("text") ?? "";
      return Buffer.byteLength(text) > MOST_BYTES
        ? wholeFault("too-large")
        : importPasted(wanted, text);
    }
    case "duplicate": {
      const from = fields.get("from") ?? "";
      const section = openSection(services, from);
      const role = roleOf((await section.team()).members, organiser.id);
      const work = await workpieceOf(section, services.now);
      if (role === undefined || !may(role, "read") || work === undefined) {
        return { problem: "page-unknown" };
      }
      return named({ draft: copied(work.draft) }, wanted);
    }
    default:
      return { draft: emptyDraft(wanted.id, [wanted.original]) };
  }
}

/** A draft under its new address, and without the dates of the one it was made from. */
function named(made: Made, { id }: NewConsultation): Made {
  if ("faults" in made) return made;
  const { opensAt: _, closesAt: __, ...fields } = made.draft.fields;
  return { draft: { ...made.draft, fields: { ...fields, id } } };
}
