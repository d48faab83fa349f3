import type { Language } from "../../domain/language.ts";
import { CATALOGUES } from "./catalogue.ts";
import { nameWithin } from "./name-within.ts";

/** The name of a language in another, or in itself; its tag where nobody knows a name. */
export const languageName = (language: Language, within: Language = language): string =>
  (within === language ? CATALOGUES[language]?.meta.name : undefined) ??
  nameWithin(language, within);

/** Each of some languages with its own name. */
export const namesOf = (languages: readonly Language[]): [Language, string][] =>
  languages.map((language) => [language, languageName(language)]);
