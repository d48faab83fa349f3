import { corrected } from "../../domain/consultation/correction.ts";
import { definitionOf, openingFaults } from "../../domain/draft/definition-of.ts";
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
import type { TeamActor } from "../organiser/guard.tsx";
import { record } from "../organiser/log.ts";
import { type Confirmed, propose } from "../organiser/proposals.ts";
import type { Services } from "../services.ts";
import { publishedWrite } from "../store/consultations.ts";
import { draftCheck } from "../store/drafts.ts";
import { loadWorkpiece, type Workpiece } from "../draft/drafting.ts";

/** Most bytes of a definition: an item has at most 400 kB. */
const MOST_BYTES = 380_000;

/**
 * Takes a step in a consultation's life; the stored consultation and the log's entry, or neither.
 * Closing is only proposed where the definition wants two persons and nobody has confirmed it yet.
 */
export async function takeStep(
  services: Services,
  actor: TeamActor,
  step: Step,
  note: Texts,
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
  const after = outcome(work, step, note, at);
  if (after !== undefined && "problem" in after) return after;
  if (Buffer.byteLength(JSON.stringify(after ?? "")) > MOST_BYTES) {
    return { problem: "body-too-large" };
  }
  const writes = [
    publishedWrite(db, id, work.published, after),
    // What is frozen, or corrected, is exactly what was judged.
    draftCheck(db, id, work.revision),
    ...(confirmed?.writes ?? []),
  ];
  const said = {
    step,
    draft: work.revision,
    ...(step === "correct" && { note }),
    ...(confirmed && { proposedBy: confirmed.proposedBy, confirmedBy: actor.organiser.name }),
  };
  const done = await record(
    services,
    id,
    actor,
    { action: `life-${step}`, before: { stage: work.stage }, after: said },
    writes,
  );
  return done === undefined ? { problem: "step-refused" } : undefined;
}

const needsTwo = ({ published }: Workpiece): boolean => published?.definition.twoPersons === true;

function outcome(
  { draft, published }: Workpiece,
  step: Step,
  note: Texts,
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
    const after = afterStep(step, published, made?.consultation, at);
    return after ?? { problem: "draft-invalid", faults: [datesFault(step)] };
  }
  const read = noteIn(published!.definition.languages, note);
  if ("faults" in read) return { problem: "draft-invalid", faults: read.faults };
  const right = corrected(published!.definition, made!.consultation, read.note, at);
  return "faults" in right
    ? { problem: "draft-invalid", faults: right.faults }
    : { definition: right.consultation, life: published!.life };
}

const plain = ({ pointer, fault }: Fault): Fault => ({ pointer, fault });

const datesFault = (step: Step): Fault => ({
  pointer: step === "schedule" ? "/opensAt" : "/closesAt",
  fault: "out-of-range",
});

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
