import { type Draft, emptyDraft, originalOf, valueOf } from "../../domain/draft/draft.ts";
import { readConsultationId } from "../../domain/consultation/definition.ts";
import { draftOf } from "../../domain/draft/draft-of.ts";
import type { ImportFault } from "../../domain/draft/import/fault.ts";
import { draftOfImported, type Imported } from "../../domain/draft/import/imported.ts";
import { may, roleOf } from "../../domain/organiser/role.ts";
import type { Problem } from "../../domain/problem.ts";
import type { Arranging } from "../../web/draft/arranging.ts";
import type { Actor, Sent } from "../organiser/guard.tsx";
import { record } from "../organiser/log.ts";
import { openSection } from "../organiser/section.ts";
import type { Services } from "../services.ts";
import { frozenCheck } from "../store/consultations.ts";
import { draftWrite, getDraft } from "../store/drafts.ts";
import { getEmblem } from "../store/emblems.ts";
import { getTeam, teamWrite } from "../store/teams.ts";
import { mayContinue } from "./continuing.ts";
import { copied, nextWave } from "./copying.ts";
import { workpieceOf } from "./drafting.ts";
import { arrangedOf } from "./import/arranging.ts";
import { addressesFor, readWanted, type Wanted } from "./wanted.ts";

/** Why nothing was made; of an import with every fault. */
export type NotMade = Problem & { imports?: readonly ImportFault[] };

/** What is to be looked at before the draft is made. */
export interface ToLookAt {
  arranging: Arranging;
  imported: Imported;
}

/** What the draft of a new consultation is made from; an address of its own where it came with one. */
type Made = { draft: Draft; instead?: string | undefined };

/** Makes a new draft, owned by who makes it: all of it, or nothing. */
export async function createDraft(
  services: Services,
  actor: Actor,
  sent: Sent,
): Promise<{ id: string } | ToLookAt | NotMade> {
  const wanted = readWanted(sent.fields);
  if ("faults" in wanted) return { problem: "draft-invalid", faults: wanted.faults };
  const made = await draftBy(services, actor, sent, wanted);
  return "draft" in made ? storeDraft(services, actor, wanted, made) : made;
}

/** Stores a draft under the first of its addresses that is free. */
export async function storeDraft(
  services: Pick<Services, "db" | "now" | "random">,
  actor: { organiser: Pick<Actor["organiser"], "id" | "name"> },
  wanted: Wanted,
  { draft, instead }: Made,
): Promise<{ id: string } | NotMade> {
  const { db } = services;
  const { "emblem.file": emblem, ...others } = draft.fields;
  // A definition of another installation names an emblem that is kept there.
  const isKept = emblem !== undefined && (await getEmblem(db, emblem)) !== undefined;
  const fields = isKept ? draft.fields : others;
  for (const id of addressesFor(wanted, instead)) {
    const team = await getTeam(db, id);
    if (team.revision > 0 || (await getDraft(db, id)) !== undefined) continue;
    const put = draftWrite(db, id, { ...draft, fields: { ...fields, id } }, 0);
    if (put === undefined) return { problem: "body-too-large" };
    const writes = [
      put,
      frozenCheck(db, id, false),
      teamWrite(db, team, { [actor.organiser.id]: "owner" }),
    ];
    const act = { action: "draft-created" as const, before: null, after: { way: wanted.way } };
    if ((await record(services, id, actor, act, writes)) !== undefined) return { id };
  }
  return { problem: "draft-exists" };
}

async function draftBy(
  services: Services,
  { organiser }: Actor,
  sent: Sent,
  wanted: Wanted,
): Promise<Made | ToLookAt | NotMade> {
  const { way, title, languages } = wanted;
  switch (way) {
    case "file":
    case "paste": {
      const arranged = arrangedOf(sent, languages);
      if ("faults" in arranged) return { problem: "import-invalid", imports: arranged.faults };
      if ("draft" in arranged) {
        const { draft } = arranged;
        return { draft: titled(draft, title), instead: valueOf(draft, "id") };
      }
      const { imported, isReady } = arranged;
      return isReady
        ? { draft: draftOfImported({ id: "", title, languages }, imported) }
        : arranged;
    }
    case "duplicate": {
      const from = readConsultationId(sent.fields.get("from") ?? "");
      if (from === undefined) return { problem: "page-unknown" };
      const section = openSection(services, from);
      const role = roleOf((await section.team()).members, organiser.id);
      const work = await workpieceOf(section, services.now);
      if (role === undefined || !may(role, "read") || work === undefined) {
        return { problem: "page-unknown" };
      }
      // A title that was entered stands in place of the copy's own.
      return {
        draft: titled(copied(withoutDates(work.draft)), title),
        instead: `${from.slice(0, 35)}-copy`,
      };
    }
    case "continue": {
      const earlier = readConsultationId(sent.fields.get("earlier") ?? "");
      if (earlier === undefined) return { problem: "page-unknown" };
      const published = await openSection(services, earlier).published();
      if (published === undefined || !(await mayContinue(services, organiser.id, earlier))) {
        return { problem: "page-unknown" };
      }
      const draft = nextWave(draftOf(published.definition), earlier);
      return { draft: titled(draft, title), instead: `${earlier.slice(0, 38)}-2` };
    }
    default:
      return { draft: titled(emptyDraft("", languages), title) };
  }
}

/** A draft under the title that was entered, if one was. */
const titled = (draft: Draft, title: string): Draft =>
  title === ""
    ? draft
    : { ...draft, fields: { ...draft.fields, [`title.${originalOf(draft)}`]: title } };

/** A copy opens and closes on days of its own; the page that offers to copy says so. */
function withoutDates(draft: Draft): Draft {
  const { opensAt: _, closesAt: __, ...fields } = draft.fields;
  return { ...draft, fields };
}
