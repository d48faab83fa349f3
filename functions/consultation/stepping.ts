import { corrected } from "../../domain/consultation/correction.ts";
import { definitionOf, openingFaults } from "../../domain/draft/definition-of.ts";
import { languagesOf } from "../../domain/draft/draft.ts";
import { dateFault } from "../../domain/draft/opening.ts";
import { untranslatedTexts } from "../../domain/draft/texts.ts";
import {
  afterStep,
  type PublishedConsultation,
  type Step,
  stepsAt,
} from "../../domain/consultation/life.ts";
import { NOTE_LENGTH } from "../../domain/consultation/definition.ts";
import { type Language, plainText, type Texts } from "../../domain/language.ts";
import type { Fault } from "../../domain/fault.ts";
import type { Problem } from "../../domain/problem.ts";
import type { Acting } from "../organiser/acting.ts";
import { mayContinue } from "../draft/continuing.ts";
import { record } from "../organiser/log.ts";
import { type Confirmed, propose } from "../organiser/proposals.ts";
import type { Services } from "../services.ts";
import { publishedWrite } from "../store/consultations.ts";
import { draftCheck } from "../store/drafts.ts";
import { isKeepable } from "../store/keepable.ts";
import { loadWorkpiece, type Workpiece } from "../draft/drafting.ts";

/** What comes with a step, as it was typed and ticked. */
export interface WithStep {
  /** A public note in the consultation's languages; only some steps have one. */
  note?: Texts | undefined;
  /** The new moment of closing. */
  closesAt?: string | undefined;
  /** How many texts the organiser opens without a translation of. */
  untranslated?: number | undefined;
}

/** The steps that are explained to the public. */
const EXPLAINED: readonly Step[] = ["correct", "pause", "extend"];

/**
 * Takes a step in a consultation's life; the stored consultation and the log's entry, or neither.
 * Closing is only proposed where the definition wants two persons and nobody has confirmed it yet.
 */
export async function takeStep(
  services: Services,
  actor: Acting,
  step: Step,
  given: WithStep,
  confirmed?: Confirmed,
): Promise<Problem | undefined> {
  const { db, now } = services;
  const id = actor.consultation;
  const at = now();
  const work = await loadWorkpiece(services, id);
  if (work === undefined) return { problem: "page-unknown" };
  if (!stepsAt(work.published, at).includes(step)) return { problem: "step-refused" };
  if (step === "close" && confirmed === undefined && needsTwo(work)) {
    return propose(services, actor, "close");
  }
  const read = explained(work, step, given.note ?? {});
  if ("problem" in read) return read;
  const said = { ...given, ...read };
  const after = outcome(work, step, said, at);
  const [continues] = await falseContinuation(services, actor, work, after);
  if (continues !== undefined) return { problem: "draft-invalid", faults: [continues] };
  if (after !== undefined && "problem" in after) return after;
  if (!isKeepable(after)) return { problem: "body-too-large" };
  const writes = [
    publishedWrite(db, id, work.published, after),
    // What is frozen, or corrected, is exactly what was judged.
    draftCheck(db, id, work.revision),
    ...(confirmed?.writes ?? []),
  ];
  const closesAt = work.published?.definition.closesAt;
  const before = { stage: work.stage, ...(step === "extend" && { until: closesAt! }) };
  const done = {
    step,
    draft: work.revision,
    ...(read.note && { note: loggedNote(read.note) }),
    ...(step === "extend" && { until: after!.definition.closesAt! }),
    ...(said.untranslated && { untranslated: said.untranslated }),
    ...(confirmed && { proposedBy: confirmed.proposedBy, confirmedBy: actor.organiser.name }),
  };
  const act = { action: `life-${step}` as const, before, after: done };
  const recorded = await record(services, id, actor, act, writes);
  return recorded === undefined ? { problem: "step-refused" } : undefined;
}

/**
 * What a draft says it continues must be there, closed, and its owner's who opens the next wave: the earlier
 * one's pages lead to it, so that nobody else may claim it. Asked when it stops being a draft, and never again.
 */
async function falseContinuation(
  services: Services,
  { organiser }: Acting,
  { published }: Workpiece,
  after: PublishedConsultation | Problem | undefined,
): Promise<Fault[]> {
  // Once it is published, what it continues stands for good.
  if (published !== undefined || after === undefined || "problem" in after) return [];
  const earlier = after.definition.continues?.consultation;
  if (earlier === undefined || (await mayContinue(services, organiser.id, earlier))) return [];
  return [{ pointer: "/continues/consultation", fault: "unknown" }];
}

/** The public note of a step that has one, as it may stand in a definition. */
function explained(
  { draft, published }: Workpiece,
  step: Step,
  note: Texts,
): { note: Texts | undefined } | Problem {
  if (!EXPLAINED.includes(step)) return { note: undefined };
  const read = noteIn(published?.definition.languages ?? languagesOf(draft), note);
  return "note" in read ? read : { problem: "draft-invalid", faults: read.faults };
}

/** Most bytes of a note that stand in an entry of the log, which is no copy: all of it is public. */
const MOST_LOGGED = 4_000;

/** As many languages of a note as an entry of the log has room for, the original first. */
function loggedNote(note: Texts): Texts {
  let left = MOST_LOGGED;
  return Object.fromEntries(
    Object.entries(note).filter(([, text]) => (left -= Buffer.byteLength(text)) >= 0),
  );
}

const needsTwo = ({ published }: Workpiece): boolean => published?.definition.twoPersons === true;

function outcome(
  { draft, published }: Workpiece,
  step: Step,
  said: WithStep,
  at: Date,
): PublishedConsultation | Problem | undefined {
  if (step === "unschedule") return undefined;
  const needsDraft = step === "correct" || published === undefined;
  const made = needsDraft ? definitionOf(draft) : undefined;
  const faults = [
    ...(made !== undefined && "faults" in made ? made.faults : []),
    ...(needsDraft && step !== "correct" ? openingFaults(draft) : []),
  ];
  if (made !== undefined && ("faults" in made || faults.length > 0)) {
    return { problem: "draft-invalid", faults: faults.map(plain) };
  }
  if (step !== "correct") {
    const lacking = needsDraft ? untranslatedTexts(draft).length : 0;
    // Asked of exactly this draft, which must still be the one when it is written.
    if (lacking > 0 && said.untranslated !== lacking) return { problem: "translations-missing" };
    const after = afterStep(step, published, made?.consultation, at, said);
    return after ?? { problem: "draft-invalid", faults: [plain(dateFault(step))] };
  }
  const right = corrected(published!.definition, made!.consultation, said.note!, at);
  return "faults" in right
    ? { problem: "draft-invalid", faults: right.faults }
    : { definition: right.consultation, life: published!.life };
}

const plain = ({ pointer, fault }: Fault): Fault => ({ pointer, fault });

/** A note as it may stand in a definition: in its original, and in the other languages where there is one. */
function noteIn(
  languages: readonly Language[],
  note: Texts,
): { note: Texts } | { faults: Fault[] } {
  const given = languages.filter((language, index) => index === 0 || note[language]);
  const wrong = given.filter((language) => !NOTE.safeParse(note[language]).success);
  return wrong.length > 0
    ? { faults: wrong.map((one) => ({ pointer: `/note/${one}`, fault: "missing" })) }
    : { note: Object.fromEntries(given.map((one) => [one, note[one]!])) };
}

const NOTE = plainText(NOTE_LENGTH);
