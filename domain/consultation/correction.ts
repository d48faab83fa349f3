import type { Consultation } from "./definition.ts";
import type { Fault } from "../fault.ts";
import { type Language, LANGUAGES } from "../language.ts";

/**
 * What is frozen once a consultation is open: all of the definition but its texts, and whether a
 * translation of them has been checked.
 */
function skeleton(definition: Consultation): string {
  const { corrections: _, ...rest } = definition;
  const isOriginal = LANGUAGES.map((language) => rest.translations[language] === "original");
  return JSON.stringify({ ...rest, translations: isOriginal }, (_key, value: unknown) =>
    isLocalized(value) ? "text" : value,
  );
}

const isLocalized = (value: unknown): boolean =>
  typeof value === "object" &&
  value !== null &&
  Object.keys(value).length === LANGUAGES.length &&
  LANGUAGES.every((language) => Object.hasOwn(value, language));

/**
 * The open consultation with its wording corrected: a new version, with a public note of what was
 * changed and why. Anything but wording is refused: ballots were cast on it.
 */
export function corrected(
  published: Consultation,
  wanted: Consultation,
  note: Record<Language, string>,
  at: Date,
): { consultation: Consultation } | { faults: Fault[] } {
  const inOrder = { ...wanted, opensAt: published.opensAt, closesAt: published.closesAt };
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
