import type { Consultation } from "./definition.ts";

/** The version of the wording that is shown now: 1, and one more for each correction. */
export const wordingOf = ({ corrections }: Pick<Consultation, "corrections">): number =>
  1 + (corrections?.length ?? 0);
