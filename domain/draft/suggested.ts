import { TEXT_LENGTHS } from "../consultation/definition.ts";
import type { Language } from "../language.ts";
import { type Draft, languagesOf, originalOf } from "./draft.ts";
import { itemField } from "./field.ts";
import { withNewItem } from "./items.ts";

/** The most letters of a title that is made of a text, so that its end can be marked. */
const MOST_OF_TITLE = TEXT_LENGTHS.title - 20;

/**
 * The fields of one more recommendation at the end of a draft, which says what somebody suggested, and that a
 * respondent did. In a language that the draft has not it stands as the original, to be translated there. What
 * a definition may not hold, marks that turn the order of letters, is left out. `undefined` where the list is full.
 */
export function suggestedFields(
  draft: Draft,
  suggestion: { text: string; language: Language },
): Record<string, string> | undefined {
  const item = withNewItem(draft, "recommendations");
  if (item === undefined) return undefined;
  const at = (part: string) => itemField("recommendations", item.key, part);
  const text = suggestion.text
    .normalize("NFC")
    .replace(/\s+/gu, " ")
    .replace(/[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, "")
    .trim();
  const language = languagesOf(draft).includes(suggestion.language)
    ? suggestion.language
    : originalOf(draft);
  return {
    ...item.fields,
    [`${at("title")}.${language}`]: titleOf(text),
    [`${at("statement")}.${language}`]: text,
    [at("suggestedBy")]: "respondent",
  };
}

/** The first sentence, cut between two words where it is too long for a title. */
function titleOf(text: string): string {
  const [sentence = text] = /^.+?[.!?…](?=\s|$)/u.exec(text) ?? [text];
  if (sentence.length <= TEXT_LENGTHS.title) return sentence.replace(/\.$/, "");
  const letters = [...new Intl.Segmenter().segment(sentence)].map(({ segment }) => segment);
  let title = "";
  for (const letter of letters) {
    if (title.length + letter.length > MOST_OF_TITLE) break;
    title += letter;
  }
  return `${title.replace(/\s+\S*$/u, "")}…`;
}
