import * as z from "zod/mini";
import { type Fault, faultsOf } from "../fault.ts";
import { languageList } from "../language.ts";
import { type Consultation, definitionSchema } from "./definition.ts";
import { fromEarlier } from "./earlier-definition.ts";
import { definitionFaults } from "./faults.ts";

/** What has to be right before anything else can be judged: which languages texts may be in. */
const inLanguages = z.object({ languages: languageList });

/**
 * Reads a definition that somebody else wrote: refuses unknown keys, repeated codes and
 * recommendations without an addressee, and names the place of every fault.
 */
export function readConsultation(
  value: unknown,
  mostFaults?: number,
): { consultation: Consultation } | { faults: Fault[] } {
  const now = fromEarlier(value);
  const named = inLanguages.safeParse(now);
  if (!named.success) return { faults: faultsOf(named.error, now, mostFaults) };
  const parsed = definitionSchema(named.data.languages).safeParse(now);
  if (!parsed.success) return { faults: faultsOf(parsed.error, now, mostFaults) };
  const { data } = parsed;
  const faults = definitionFaults(data);
  return faults.length > 0 ? { faults } : { consultation: data };
}

/** The original of a value that may be a definition; `undefined` where it names no languages. */
export function originalIn(value: unknown): string | undefined {
  const named = inLanguages.safeParse(fromEarlier(value));
  return named.success ? named.data.languages[0] : undefined;
}
