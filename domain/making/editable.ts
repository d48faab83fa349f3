import { readField } from "./field.ts";
import type { Stage } from "./life.ts";

/** Whether a field may be changed at a stage: all of a draft, and only wording while it is open. */
export const isEditable = (stage: Stage, name: string): boolean =>
  stage === "draft" ||
  ((stage === "open" || stage === "paused") && readField(name)?.language !== undefined);
