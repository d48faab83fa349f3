import { type Language, readLanguage } from "../../domain/language.ts";
import { PAGE_LANGUAGES } from "./catalogue.ts";
import { languageName } from "./names.ts";

/** Languages that people look for by name: those of ISO 639-1 with a state or many readers, and scripts of them. */
const TAGS = (
  "af am ar as az az-Cyrl be bg bn bo br bs ca ce ckb cs cv cy da de dv el en eo es et eu fa fa-AF fi fil fo fr " +
  "fy ga gd gl gu ha he hi hr ht hu hy id ig is it ja jv ka kaa kk kk-Arab kk-Latn km kn ko ku ky lb lo lt lv mg " +
  "mi mk ml mn mr ms mt my nb ne nl nn om or os pa pl ps pt pt-BR qu rm rn ro ru rw sah sd si sk sl so sq sr " +
  "sr-Latn st su sv sw ta te tg th ti tk tn tr tt ug uk ur uz uz-Cyrl vi wo xh yi yo yue zh zh-Hant zu"
).split(" ");

/** The same with the reader's name for each and its tag, in the order of the names. */
export const knownLanguages = (within: Language): string[] =>
  TAGS.map((tag) => named(tag, within)).toSorted(new Intl.Collator(within).compare);

const named = (tag: Language, within: Language): string => `${languageName(tag, within)} (${tag})`;

/**
 * The language that somebody means by a tag, by a name in any language of the pages or in its own, or by a
 * name with the tag behind it, as the list offers them.
 */
export function languageMeant(text: string): Language | undefined {
  const said = text.trim();
  const [, tag] = /\(([\w-]+)\)$/.exec(said) ?? [];
  const byName = TAGS.find((one) =>
    [one, ...PAGE_LANGUAGES].some((within) => isSame(languageName(one, within), said)),
  );
  return readLanguage(tag) ?? byName ?? readLanguage(said);
}

const isSame = (first: string, second: string): boolean =>
  first.toLocaleLowerCase() === second.toLocaleLowerCase();
