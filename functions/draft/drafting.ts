/** Changing a draft: tried on what is stored at that moment, and recorded with it. */
import { setTimeout as wait } from "node:timers/promises";
import { applyChange, type Change, hasChanged } from "../../domain/draft/change.ts";
import type { Conflict } from "../../domain/draft/set-fields.ts";
import { type Draft, valueOf } from "../../domain/draft/draft.ts";
import { isEditable, isOwnField } from "../../domain/draft/editable.ts";
import { draftOf } from "../../domain/draft/draft-of.ts";
import { type PublishedConsultation, type Stage, stageAt } from "../../domain/consultation/life.ts";
import type { Problem } from "../../domain/problem.ts";
import type { Acting } from "../organiser/acting.ts";
import { record } from "../organiser/log.ts";
import { openSection, type Section } from "../organiser/section.ts";
import type { Services } from "../services.ts";
import { frozenCheck } from "../store/consultations.ts";
import { changeWrite, listHistory, type StoredChange } from "../store/draft-changes.ts";
import { draftWrite, type StoredDraft } from "../store/drafts.ts";

/** How often a change is tried again when others keep coming between. */
const TRIES = 10;
/** Most fields that one entry of the log names. */
const MOST_NAMED = 50;

/** A draft with where its consultation stands. */
export interface Workpiece extends StoredDraft {
  published: PublishedConsultation | undefined;
  stage: Stage;
}

/** What is worked on; of a consultation that never had a draft, what its definition says. */
export async function workpieceOf(
  section: Section,
  now: Services["now"],
): Promise<Workpiece | undefined> {
  const [published, stored] = [await section.published(), await section.draft()];
  const stage = stageAt(published, now());
  if (stored !== undefined) return { ...stored, published, stage };
  if (published === undefined) return undefined;
  return { draft: draftOf(published.definition), revision: 0, published, stage };
}

/** The same as it is stored at this moment: what is written is decided on it. */
export const loadWorkpiece = (
  services: Pick<Services, "db" | "now">,
  id: string,
): Promise<Workpiece | undefined> => workpieceOf(openSection(services, id), services.now);

/** What became of a change. */
export interface Saved {
  revision: number;
  conflicts: Conflict[];
  /** What stands now in the fields that were changed. */
  fields: Record<string, string>;
  /** The key of the item that was added. */
  added?: string | undefined;
}

/**
 * Makes a change on what is stored now. What conflicts is told and not stored; the rest is. An import is
 * made of a draft alone, and only over the revision for which it was shown.
 */
export async function saveChange(
  services: Services,
  actor: Acting,
  change: Change,
  shown?: number,
): Promise<Saved | Problem> {
  const { db, now } = services;
  const id = actor.consultation;
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const work = await loadWorkpiece(services, id);
    if (work === undefined) return { problem: "page-unknown" };
    if (change.kind === "import" && work.stage !== "draft") return { problem: "step-refused" };
    if (shown !== undefined && shown !== work.revision) return { problem: "draft-conflict" };
    const made = { makeCodes: work.published === undefined };
    const changed = applyChange(work.draft, { ...change, ...(change.kind === "set" && made) });
    // Not a translator's: refused as a whole, whatever the page let them enter.
    if (!isOwn(actor, namesOf(changed))) return { problem: "text-not-yours" };
    // Frozen meanwhile: refused as a whole, and never dropped in silence.
    if (isFrozen(work, changed.draft, namesOf(changed))) return { problem: "step-refused" };
    const { conflicts, added } = changed;
    const fields = Object.fromEntries(
      Object.keys(changed.before.fields).map((name) => [name, valueOf(changed.draft, name)]),
    );
    if (!hasChanged(changed)) return { revision: work.revision, conflicts, fields };
    const draft = draftWrite(db, id, changed.draft, work.revision);
    if (draft === undefined) return { problem: "body-too-large" };
    const revision = work.revision + 1;
    const stored = {
      revision,
      at: now().toISOString(),
      who: actor.organiser.name,
      before: changed.before,
    };
    const writes = [
      draft,
      frozenCheck(db, id, work.published !== undefined),
      changeWrite(db, id, stored, (await listHistory(db, id)).changes),
    ];
    const names = namesOf(stored);
    const act = {
      action: "draft-changed" as const,
      before: { revision: work.revision },
      after: { revision, fields: names.slice(0, MOST_NAMED), count: names.length },
    };
    if (await record(services, id, actor, act, writes)) {
      return { revision, conflicts, fields, added };
    }
    await wait(20 * attempt);
  }
  return { problem: "busy" };
}

/** Whether any of those fields may no longer be made what it is in the other draft. */
export const isFrozen = ({ stage, draft }: Workpiece, next: Draft, names: string[]): boolean =>
  names.some((name) => !isEditable(stage, name, [valueOf(draft, name), valueOf(next, name)]));

/** Whether all of those fields are the actor's to change. */
export const isOwn = ({ languages }: Acting, names: string[]): boolean =>
  names.every((name) => isOwnField(name, languages));

/** The fields that a change touched. */
export const namesOf = ({ before }: Pick<StoredChange, "before">): string[] => [
  ...new Set([...Object.keys(before.fields), ...Object.keys(before.madeFrom)]),
];
