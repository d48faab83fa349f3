import type { Language } from "../language.ts";
import { readField, translationOf } from "./field.ts";
import type { Stage } from "../consultation/life.ts";

/**
 * Whether whoever may change the texts of some languages alone may change a field; where no languages are
 * named, anybody may. Not whether a translation has been checked: that is a second person's to say.
 */
export function isOwnField(name: string, languages: readonly Language[] | undefined): boolean {
  if (languages === undefined) return true;
  const language = readField(name)?.language;
  return language !== undefined && languages.includes(language);
}

/**
 * Whether a field may be changed at a stage: all of a draft; while it is open wording alone, who asks,
 * and whether a translation has been checked. `values` are what stands there and what shall.
 */
export function isEditable(
  stage: Stage,
  name: string,
  values: readonly (string | undefined)[],
): boolean {
  if (stage === "draft") return true;
  if (stage !== "open" && stage !== "paused") return false;
  if (translationOf(name) !== undefined) return !values.includes("original");
  return name.startsWith("organiser.") || readField(name)?.language !== undefined;
}
