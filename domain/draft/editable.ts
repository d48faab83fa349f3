import { readField, translationOf } from "./field.ts";
import type { Stage } from "../consultation/life.ts";

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
