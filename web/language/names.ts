import type { Language } from "../../domain/language.ts";
import { CATALOGUES } from "./catalogue.ts";

/** The name of a language in another, or in itself; its tag where nobody knows a name. */
export function languageName(language: Language, within: Language = language): string {
  if (within === language && CATALOGUES[language] !== undefined) {
    return CATALOGUES[language].meta.name;
  }
  const name = new Intl.DisplayNames([within, "en"], { type: "language" }).of(language) ?? language;
  return name.slice(0, 1).toLocaleUpperCase(within) + name.slice(1);
}

/** Each of some languages with its own name. */
export const namesOf = (languages: readonly Language[]): [Language, string][] =>
  languages.map((language) => [language, languageName(language)]);
