import { afterStep } from "../consultation/life.ts";
import { type DraftFault, definitionOf, openingFaults } from "./definition-of.ts";
import { type Draft, valueOf } from "./draft.ts";

/** The steps that make a consultation of a draft. */
export type OpeningStep = "open" | "schedule";

/** The date that keeps a step from being taken: it would open too late, or close too soon. */
export const dateFault = (step: string): DraftFault & { field: string } => {
  const field = step === "schedule" ? "opensAt" : "closesAt";
  return { pointer: `/${field}`, field, fault: "out-of-range" };
};

/** What keeps a draft from being opened, or scheduled, at a moment: each with its field; empty when nothing does. */
export function openingObstacles(draft: Draft, step: OpeningStep, at: Date): DraftFault[] {
  const made = definitionOf(draft);
  const faults = [...("faults" in made ? made.faults : []), ...openingFaults(draft)];
  if ("faults" in made || faults.length > 0) return faults;
  if (afterStep(step, undefined, made.consultation, at) !== undefined) return [];
  const late = dateFault(step);
  return [valueOf(draft, late.field) === "" ? { ...late, fault: "missing" } : late];
}
