import type { Texts } from "../language.ts";

/** An answer of a ready-made question, in the languages in which somebody has written it. */
export interface ReadyOption {
  code: string;
  label: Texts;
}
