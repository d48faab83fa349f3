import type { Language } from "../../domain/language.ts";

/** Longest opening, in UTF-16 units: six lines of a narrow phone. */
const MOST = 150;

/**
 * How a longer text begins: all of a short one, else its first sentences as far as they are short, else
 * its first words and an ellipsis. Whoever shows it has the whole text ready.
 */
export function openingOf(text: string, language: Language): string {
  const [paragraph = ""] = text.trim().split(/\n/);
  if (paragraph.length <= MOST) return paragraph;
  let opening = "";
  for (const { segment } of new Intl.Segmenter(language, { granularity: "sentence" }).segment(
    paragraph,
  )) {
    if ((opening + segment).trimEnd().length > MOST) break;
    opening += segment;
  }
  opening = opening.trimEnd();
  // After "г." or "U.S." the sentence goes on: better a text that says it is cut than half of one.
  if (opening !== "" && !/(?:^|\P{L})\p{L}{1,2}\.$/u.test(opening)) return opening;
  return `${paragraph.slice(0, MOST).replace(/\s+\S*$/, "")} …`;
}
