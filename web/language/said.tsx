import type { Language, Texts } from "../../domain/language.ts";
import { nameWithin } from "./name-within.ts";
import type { Reader } from "./reader.ts";

/**
 * A text of the organisers' as a reader gets it: where it stands in the language of the page around it,
 * the text alone. Plain JSON.
 */
export type Said = string | SaidOtherwise;

interface SaidOtherwise {
  text: string;
  lang: Language;
  /** The name of the language that it is in: there is no translation into the reader's. */
  instead?: string;
}

/** A text in the reader's language; where it is missing there, in the original and marked so. */
export function saidIn(
  { language, text }: Reader,
  { languages }: { readonly languages: readonly Language[] },
  texts: Texts,
): Said {
  const original = languages[0]!;
  const own = texts[language];
  const [words, lang] = own === undefined ? [texts[original] ?? "", original] : [own, language];
  if (lang === text.language) return words;
  const isMissing = own === undefined && languages.includes(language);
  return {
    text: words,
    lang,
    ...(isMissing && { instead: nameWithin(original, text.language) }),
  };
}

/** The text alone, for attributes, titles and whatever holds no elements. */
export const textOf = (said: Said): string => (typeof said === "string" ? said : said.text);

/** The language of a text where it is not that of the page, for what holds no elements. */
export const langOf = (said: Said): Language | undefined =>
  typeof said === "string" ? undefined : said.lang;

/** The same without the remark that there is no translation. */
export const unmarked = (said: Said): Said =>
  typeof said === "string" ? said : { text: said.text, lang: said.lang };

/** Texts that are read together: that there is no translation is said beside the first without one. */
export function markedOnce(all: readonly Said[]): Said[] {
  const first = all.findIndex((said) => typeof said !== "string" && said.instead !== undefined);
  return all.map((said, place) => (place === first ? said : unmarked(said)));
}

/** A text with its language and direction, wherever they are not those of the page. */
export const Wording = ({ of }: { of: Said }) =>
  typeof of === "string" ? (
    <>{of}</>
  ) : (
    <>
      <span lang={of.lang} dir="auto">
        {of.text}
      </span>
      {of.instead && <small class="instead"> ({of.instead})</small>}
    </>
  );
