import type { Consultation } from "../../domain/consultation/definition.ts";
import { readConsultation } from "../../domain/consultation/read-definition.ts";
import type { Database } from "../store/database.ts";
import { addConsultation } from "../store/consultations.ts";

/** The definitions that this project ships, by file, as they stood when it was built. */
const SHIPPED = import.meta.glob<string>("../../consultations/*.json", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** Stores each definition that is not there yet. Throws at the first broken one, naming each fault. */
export async function loadConsultations(
  db: Database,
  files: Record<string, string> = SHIPPED,
): Promise<void> {
  const read = Object.entries(files).map(([file, text]) => readDefinition(file, text));
  for (const definition of read) await addConsultation(db, definition);
}

function readDefinition(file: string, text: string): Consultation {
  const name = file.replace(/^.*\//, "");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new Error(`consultations/${name} is not JSON`, { cause });
  }
  const read = readConsultation(value);
  if ("consultation" in read) return read.consultation;
  const faults = read.faults.map(({ pointer, fault }) => `\n  ${pointer || "/"}: ${fault}`);
  throw new Error(`consultations/${name} is refused:${faults.join("")}`);
}
