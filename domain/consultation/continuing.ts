/** Waves: which consultation continues which. A definition names the one before it; the next ones follow from all. */
import type { Consultation } from "./definition.ts";
import { type PublishedConsultation, stageAt } from "./life.ts";

/** The consultations before and after one of those that there are. A named one that is not there is none. */
export function neighboursOf<One extends { definition: Consultation }>(
  { id, continues }: Pick<Consultation, "id" | "continues">,
  all: readonly One[],
): { earlier: One | undefined; later: One[] } {
  return {
    earlier: all.find((one) => one.definition.id === continues?.consultation),
    later: all.filter((one) => one.definition.continues?.consultation === id),
  };
}

/**
 * Whether a consultation may be continued: once it takes no more answers. What is closed never opens again and
 * no longer says what it continues anew, so no waves run in a circle.
 */
export function canBeContinued(published: PublishedConsultation | undefined, at: Date): boolean {
  const stage = stageAt(published, at);
  return stage === "closed" || stage === "archived";
}
