/**
 * The life of a consultation: draft → scheduled → open → paused → closed → archived. Opening and
 * closing on time need nobody: both follow from the definition and the clock.
 */
import type { Consultation } from "./definition.ts";
import { phaseAt } from "../disclosure/schedule.ts";
import type { Texts } from "../language.ts";
import type { ProblemCode } from "../problem.ts";
import type { WorkSwitch } from "../work/mode.ts";
import { canExtend, closingAt, isLaterClosing } from "./closing.ts";

export const STAGES = ["draft", "scheduled", "open", "paused", "closed", "archived"] as const;
export type Stage = (typeof STAGES)[number];

/** What the organisers decided beside the definition. */
export interface Life {
  paused: boolean;
  archived: boolean;
  /** Since when it is paused, and what the public is told of why; older pauses have none. */
  pause?: { at: string; note: Texts } | undefined;
  /** When the deletion of the ballots began, for good, and when it was done (purge.ts). */
  purge?: { begun: string; done?: string };
  /** How work on ballots was switched, the newest last; without it nobody has. */
  work?: WorkSwitch[] | undefined;
}

export const NEW_LIFE: Life = { paused: false, archived: false };

/** A consultation that is no longer only a draft. */
export interface PublishedConsultation {
  definition: Consultation;
  life: Life;
}

/** Where a consultation stands at a moment. */
export function stageAt(published: PublishedConsultation | undefined, at: Date): Stage {
  if (published === undefined) return "draft";
  const { definition, life } = published;
  if (life.archived) return "archived";
  if (phaseAt(definition.closesAt, at) === "closed") return "closed";
  if (definition.opensAt !== undefined && at.getTime() < Date.parse(definition.opensAt)) {
    return "scheduled";
  }
  return life.paused ? "paused" : "open";
}

/** Why no ballot is taken now; `undefined` when one is. */
export function refusalAt(published: PublishedConsultation, at: Date): ProblemCode | undefined {
  const stage = stageAt(published, at);
  if (stage === "scheduled") return "consultation-not-open";
  if (stage === "paused") return "consultation-paused";
  return stage === "open" ? undefined : "consultation-closed";
}

/** What an organiser may do, from where, and whether it can be taken back. */
export const STEPS = {
  /** Freezes the draft and waits for `opensAt`. */
  schedule: { from: ["draft"], to: "scheduled", undo: "unschedule" },
  /** Back to a draft, before anybody could answer. */
  unschedule: { from: ["scheduled"], to: "draft", undo: "schedule" },
  /** Opens at once: freezes scale, codes, questions and policy for good. */
  open: { from: ["draft", "scheduled"], to: "open", undo: undefined },
  pause: { from: ["open"], to: "paused", undo: "resume" },
  resume: { from: ["paused"], to: "open", undo: "pause" },
  /** A new version of the wording, with a public note. */
  correct: { from: ["open", "paused"], to: undefined, undo: undefined },
  /** Moves closing to a later moment, with a public note. */
  extend: { from: ["open", "paused"], to: undefined, undo: undefined },
  /** Ends answering in a day's time: whoever is about to answer is not cut off. */
  close: { from: ["open", "paused"], to: undefined, undo: undefined },
  archive: { from: ["closed"], to: "archived", undo: "restore" },
  restore: { from: ["archived"], to: "closed", undo: "archive" },
} as const satisfies Record<
  string,
  { from: readonly Stage[]; to: Stage | undefined; undo: string | undefined }
>;
export type Step = keyof typeof STEPS;

/** The step that a text names. */
export const readStep = (text: string | null): Step | undefined =>
  Object.keys(STEPS).find((one): one is Step => one === text);

const DAY = 24 * 60 * 60_000;
/** A definition may be held in memory this long elsewhere, so shortly before opening it stays. */
const SETTLED = 60_000;

/** The steps that can be taken at a moment, in the order of a life. */
export const stepsAt = (published: PublishedConsultation | undefined, at: Date): Step[] =>
  (Object.keys(STEPS) as Step[]).filter((step) => {
    const from: readonly Stage[] = STEPS[step].from;
    if (!from.includes(stageAt(published, at))) return false;
    const { opensAt, closesAt } = published?.definition ?? {};
    if (step === "unschedule" || (step === "open" && published !== undefined)) {
      return Date.parse(opensAt!) - at.getTime() > SETTLED;
    }
    if (step === "extend") return published !== undefined && canExtend(published.definition, at);
    return step !== "close" || phaseAt(closesAt, at) === "open";
  });

/** What an organiser says with a step: a public note, and the new moment of closing. */
export interface SaidWithStep {
  note?: Texts | undefined;
  closesAt?: string | undefined;
}

/**
 * What a step makes of a consultation; `undefined` when it cannot be taken, or not so. `frozen` is the
 * definition of the draft, which only `schedule` and `open` need; a correction is made by `corrected`.
 */
export function afterStep(
  step: Exclude<Step, "correct" | "unschedule">,
  published: PublishedConsultation | undefined,
  frozen: Consultation | undefined,
  at: Date,
  { note, closesAt }: SaidWithStep = {},
): PublishedConsultation | undefined {
  const definition = published?.definition ?? frozen;
  if (definition === undefined || !stepsAt(published, at).includes(step)) return undefined;
  const life = published?.life ?? NEW_LIFE;
  switch (step) {
    case "schedule":
      return isAhead(definition.opensAt, at) && !isOver(definition, at)
        ? { definition, life }
        : undefined;
    case "open":
      if (isOver(definition, at)) return undefined;
      return { definition: { ...definition, opensAt: at.toISOString() }, life };
    case "extend":
      if (closesAt === undefined || !isLaterClosing(definition, closesAt)) return undefined;
      return { definition: closingAt(definition, closesAt, at, note), life };
    case "close": {
      const inADay = new Date(at.getTime() + DAY).toISOString();
      return { definition: closingAt(definition, inADay, at), life };
    }
    case "pause":
      return {
        definition,
        life: { ...life, paused: true, ...(note && { pause: { at: at.toISOString(), note } }) },
      };
    case "resume": {
      const { pause: _, ...rest } = life;
      return { definition, life: { ...rest, paused: false } };
    }
    case "archive":
    case "restore":
      return { definition, life: { ...life, archived: step === "archive" } };
  }
}

const isAhead = (moment: string | undefined, at: Date): boolean =>
  moment !== undefined && Date.parse(moment) > at.getTime() + SETTLED;

const isOver = ({ closesAt }: Consultation, at: Date): boolean => phaseAt(closesAt, at) !== "open";
