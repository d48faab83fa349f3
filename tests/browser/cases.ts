import { readFile } from "node:fs/promises";
import type { Consultation } from "../../domain/consultation/definition.ts";
import { readConsultation } from "../../domain/consultation/read-definition.ts";

/** A definition that was once shown wrongly (tests/cases/definitions). */
export async function caseOf(name: string): Promise<Consultation> {
  const file = new URL(`../cases/definitions/${name}.json`, import.meta.url);
  const made = readConsultation(JSON.parse(await readFile(file, "utf8")));
  if ("faults" in made) throw new Error(JSON.stringify(made.faults));
  return made.consultation;
}
