import { codeFaults } from "../../consultation/faults.ts";
import { originalIn, readConsultation } from "../../consultation/read-definition.ts";
import { fromEarlier } from "../../consultation/earlier-definition.ts";
import type { Fault } from "../../fault.ts";
import type { Draft } from "../draft.ts";
import { draftOf, type PartialDefinition } from "../draft-of.ts";
import { type ImportFault, wholeFault } from "./fault.ts";

/** Every fault of a file of the greatest size is told; no such file holds more places. */
const MOST_FAULTS = 100_000;

/** Reads a definition out of JSON; texts may be missing, and nothing else. Nothing of it is dropped. */
export function importJson(text: string): { draft: Draft } | { faults: ImportFault[] } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return wholeFault("not-json");
  }
  const read = readConsultation(value, MOST_FAULTS);
  if ("consultation" in read) {
    // A draft has none: they tell what was changed in a consultation that was open.
    return (read.consultation.corrections?.length ?? 0) > 0
      ? { faults: [{ place: { pointer: "/corrections" }, kind: "json-corrections" }] }
      : { draft: draftOf(read.consultation) };
  }
  const original = originalIn(value);
  const faults = read.faults.filter(
    ({ pointer, fault }) =>
      fault !== "missing" ||
      original === undefined ||
      !pointer.endsWith(`/${original}`) ||
      pointer.startsWith("/translations/"),
  );
  if (faults.length > 0) return told(faults);
  // Of the right form, but for texts that are not there: the codes were not compared yet.
  const partial = fromEarlier(value) as PartialDefinition & { corrections?: unknown };
  const codes = codeFaults(partial);
  if (codes.length > 0) return told(codes);
  return partial.corrections === undefined
    ? { draft: draftOf(partial) }
    : { faults: [{ place: { pointer: "/corrections" }, kind: "json-corrections" }] };
}

const told = (faults: Fault[]): { faults: ImportFault[] } => ({
  faults: faults.map(({ pointer, fault }) => ({ place: { pointer }, kind: fault })),
});
