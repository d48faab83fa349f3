import { type Fault, faultsOf } from "../fault.ts";
import { type Consultation, definitionSchema, namedLanguages } from "./definition.ts";
import { fromEarlier } from "./earlier-definition.ts";
import { definitionFaults } from "./faults.ts";

/** In what a definition is read that names no languages, so that its other faults are told too. */
const NONE_NAMED = ["en"];

/**
 * Reads a definition that somebody else wrote: refuses unknown keys, markup, repeated codes and
 * recommendations without an addressee, and names the place of every fault.
 */
export function readConsultation(
  value: unknown,
  mostFaults?: number,
): { consultation: Consultation } | { faults: Fault[] } {
  const now = fromEarlier(value);
  const languages = namedLanguages(now);
  const parsed = definitionSchema(languages.length > 0 ? languages : NONE_NAMED).safeParse(now);
  if (!parsed.success) return { faults: faultsOf(parsed.error, now, mostFaults) };
  const { data } = parsed;
  const faults = definitionFaults(data);
  return faults.length > 0 ? { faults } : { consultation: parsed.data };
}
