import { type Fault, faultsOf } from "../fault.ts";
import { type Consultation, definitionSchema } from "./definition.ts";
import { fromEarlier } from "./earlier-definition.ts";
import { definitionFaults } from "./faults.ts";

/**
 * Reads a definition that somebody else wrote: refuses unknown keys, markup, repeated codes and
 * recommendations without an addressee, and names the place of every fault.
 */
export function readConsultation(
  value: unknown,
  mostFaults?: number,
): { consultation: Consultation } | { faults: Fault[] } {
  const now = fromEarlier(value);
  const parsed = definitionSchema.safeParse(now);
  if (!parsed.success) return { faults: faultsOf(parsed.error, now, mostFaults) };
  const { data } = parsed;
  const faults = definitionFaults(data);
  return faults.length > 0 ? { faults } : { consultation: parsed.data };
}
