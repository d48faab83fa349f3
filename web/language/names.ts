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

/** Languages that consultations are most likely held in, besides those of the pages; any other by its tag. */
const COMMON =
  "aa af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fil fr ga gl gu ha he hi hr hu hy id ig is it ja " +
  "ka kk km kn ko ku ky lb lo lt lv mg mk ml mn mr ms mt my nb ne nl ny om or pa pl ps pt qu rm rn ro ru rw " +
  "sd si sk sl so sq sr ss st sv sw ta te tg th ti tk tn tr ts tt ug uk ur uz vi wo xh yo zh zh-Hant zu";

/** Every language that can be chosen by its name, in the order of their names in the reader's language. */
export function commonLanguages(within: Language): [Language, string][] {
  const order = new Intl.Collator(within).compare;
  return COMMON.split(" ")
    .map((one): [Language, string] => [one, languageName(one, within)])
    .sort(([, a], [, b]) => order(a, b));
}
