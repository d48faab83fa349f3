/** The texts of one language as they go out to a translator. */
import type { Language } from "../../language.ts";
import { type Draft, originalOf, valueOf } from "../draft.ts";
import { staleTexts, textBases } from "../texts.ts";

/** How far a text is, in the words that the files have: they are read by people and by programs. */
export const TEXT_STATES = ["translated", "needs-review", "untranslated"] as const;
type TextState = (typeof TEXT_STATES)[number];

/** A text with its translation. */
export interface TextRow {
  /** Where it stands: the name of its field without the language. It never moves. */
  place: string;
  original: string;
  translation: string;
  state: TextState;
}

/** Every text that there is in the original, in the order of the definition. */
export function textRows(draft: Draft, language: Language): TextRow[] {
  const stale = new Set(staleTexts(draft));
  return textBases(draft).flatMap((place) => {
    const original = valueOf(draft, `${place}.${originalOf(draft)}`);
    if (original === "") return [];
    const name = `${place}.${language}`;
    const translation = valueOf(draft, name);
    const state =
      translation === "" ? "untranslated" : stale.has(name) ? "needs-review" : "translated";
    return [{ place, original, translation, state }];
  });
}
