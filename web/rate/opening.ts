import type { Language } from "../../domain/language.ts";

/** Longest opening, in UTF-16 units: six lines of a narrow phone. */
const MOST = 150;

/**
 * How a longer text begins: all of a short one, else its first sentences as far as they are short.
 * Nothing where not even the first is: half a sentence says nothing.
 */
export function openingOf(text: string, language: Language): string {
  const [first = ""] = text.trim().split(/\n\s*\n|\n\s*(?=- )/);
  const paragraph = first.replace(/\s*\n\s*/g, " ");
  if (paragraph.length <= MOST) return paragraph;
  let opening = "";
  for (const { segment } of new Intl.Segmenter(language, { granularity: "sentence" }).segment(
    paragraph,
  )) {
    if ((opening + segment).trimEnd().length > MOST) break;
    opening += segment;
  }
  // After "г." or "U.S." the sentence goes on.
  return /(?:^|\P{L})\p{L}{1,2}\.\s*$/u.test(opening) ? "" : opening.trimEnd();
}
