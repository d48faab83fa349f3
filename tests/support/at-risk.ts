import type { Consultation } from "../../domain/consultation/definition.ts";
import { KAZAKHSTAN } from "./world.ts";

/** A consultation in which nobody may find out that somebody took part. */
export const AT_RISK: Consultation = {
  ...KAZAKHSTAN,
  id: "at-risk",
  disclosure: "at-risk",
  release: { every: "day" },
  // Of experts, too, nothing is published exactly there.
  experts: undefined,
};
