import { neighboursOf } from "../../domain/consultation/continuing.ts";
import type { Neighbours } from "../../web/respondent/wave-note.tsx";
import type { Consultations, Known } from "./consultations.ts";

/** The consultations before and after one, as pages name them. */
export async function neighbours(consultations: Consultations, known: Known): Promise<Neighbours> {
  const { earlier, later } = neighboursOf(known.definition, await consultations.all());
  return { earlier: earlier?.definition, later: later.map(({ definition }) => definition) };
}
