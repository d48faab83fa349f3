import type { Consultation } from "./definition.ts";
import type { Fault } from "../fault.ts";
import type { Language, Texts } from "../language.ts";

/**
 * What is frozen once a consultation is open: all of the definition but its texts, whether a
 * translation of them has been checked, and what is said of who asks.
 */
function skeleton(definition: Consultation): string {
  const { corrections: _, translations: __, organiser: ___, ...rest } = definition;
  return JSON.stringify(rest, (_key, value: unknown) =>
    isText(value, definition.languages) ? "text" : value,
  );
}

/** Whether something in a definition is a text: nothing else has languages as its keys. */
const isText = (value: unknown, languages: readonly Language[]): boolean =>
  typeof value === "object" &&
  value !== null &&
  Object.hasOwn(value, languages[0]!) &&
  Object.keys(value).every((key) => languages.includes(key));

/**
 * The open consultation with its wording corrected: a new version, with a public note of what was
 * changed and why. Anything but wording is refused: ballots were cast on it.
 */
export function corrected(
  published: Consultation,
  wanted: Consultation,
  note: Texts,
  at: Date,
): { consultation: Consultation } | { faults: Fault[] } {
  // What was done while it was open stands in no draft.
  const { opensAt, closesAt, closings, laterChannels } = published;
  const inOrder = { ...wanted, opensAt, closesAt, closings, laterChannels };
  if (skeleton(sorted(inOrder)) !== skeleton(sorted(published))) {
    return { faults: [{ pointer: "", fault: "not-allowed" }] };
  }
  const texts = (one: Consultation) => JSON.stringify(sorted({ ...one, corrections: undefined }));
  if (texts(inOrder) === texts(published)) return { faults: [{ pointer: "", fault: "missing" }] };
  const correction = { at: at.toISOString(), note };
  return {
    consultation: { ...inOrder, corrections: [...(published.corrections ?? []), correction] },
  };
}

/** The same value with the keys of every object in one order, and without what is undefined. */
function sorted<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(sorted) as Value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner as unknown)]),
  ) as Value;
}
