import { readField } from "./field.ts";
import type { Stage } from "../consultation/life.ts";

/**
 * Whether a field may be changed at a stage: all of a draft; while it is open wording alone, and
 * whether a translation has been checked. `values` are what stands there and what shall: which language
 * is the original stays as it was opened.
 */
export function isEditable(
  stage: Stage,
  name: string,
  values: readonly (string | undefined)[],
): boolean {
  if (stage === "draft") return true;
  if (stage !== "open" && stage !== "paused") return false;
  const isState = name.startsWith("translations.") && readField(name) !== undefined;
  return isState ? !values.includes("original") : readField(name)?.language !== undefined;
}
