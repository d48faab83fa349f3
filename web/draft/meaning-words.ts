import {
  type Meaning,
  meaningName,
  PARTS,
  readMeaning,
} from "../../domain/draft/import/meaning.ts";
import type { Language } from "../../domain/language.ts";
import type { Catalogue } from "../language/catalogue.ts";
import { languageName } from "../language/names.ts";
import { fill } from "../text.ts";

/** What a column is, such as `title.ru`, in words. */
export function meaningInWords(text: Catalogue, name: string): string {
  const meaning = readMeaning(name, text.language);
  if (meaning === undefined) return name;
  const { parts, inLanguage } = text.draft.importing.arrange;
  const part = parts[meaning.part];
  if (meaning.language === undefined) return part;
  return fill(inLanguage, { part, language: languageName(meaning.language, text.language) });
}

/** Everything that a column may be, as its name and in words; without languages where there is one. */
export function meanings(text: Catalogue, languages: readonly Language[]): [string, string][] {
  const { parts } = text.draft.importing.arrange;
  return PARTS.flatMap((part): [string, string][] => {
    if (part === "code") return [[part, parts[part]]];
    return languages.map((language): [string, string] => {
      const name = meaningName({ part, language } satisfies Meaning);
      return [name, languages.length === 1 ? parts[part] : meaningInWords(text, name)];
    });
  });
}
