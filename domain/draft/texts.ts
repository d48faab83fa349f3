/** What still has to be translated in a draft, and what was translated from another wording. */
import type { Language } from "../language.ts";
import { type Draft, keysOf, languagesOf, linesOf, originalOf, valueOf } from "./draft.ts";
import { itemField, type List, LISTS, OPTIONAL_TEXTS, readField, TEXT_FIELDS } from "./field.ts";
import { markOf } from "./mark.ts";

/** The name of every text without its language, in the order of the definition. */
export const textBases = (draft: Draft): string[] => [
  ...TEXT_FIELDS.filter((base) => base !== "emblem.alt" || valueOf(draft, "emblem.file") !== ""),
  ...(Object.keys(LISTS) as List[]).flatMap((list) =>
    keysOf(draft, list).flatMap((key) =>
      LISTS[list].texts.map((part) => itemField(list, key, part)),
    ),
  ),
];

/** The fields in which a text is missing, or a line of it that another language has. */
export function missingTexts(draft: Draft): string[] {
  const languages = languagesOf(draft);
  return textBases(draft).flatMap((base) =>
    languages.map((language) => `${base}.${language}`).filter((name) => lacks(draft, name)),
  );
}

/** Those of them that are missing in a translation: it is shown in the original there. */
export function untranslatedTexts(draft: Draft): string[] {
  const original = originalOf(draft);
  return missingTexts(draft).filter((name) => readField(name)?.language !== original);
}

function lacks(draft: Draft, name: string): boolean {
  const { base, part, lines: isLines } = readField(name)!;
  const value = valueOf(draft, name);
  const isOptional = OPTIONAL_TEXTS.includes(part);
  const others = languagesOf(draft).map((one) => valueOf(draft, `${base}.${one}`));
  if (isOptional && others.every((other) => other.trim() === "")) return false;
  if (!isLines) return value.trim() === "";
  const lines = linesOf(value);
  const most = Math.max(...others.map((other) => linesOf(other).length));
  return lines.length === 0 || lines.length < most || lines.includes("");
}

/** The translations whose original has been changed since they were made. */
export function staleTexts(draft: Draft): string[] {
  const [, ...others] = languagesOf(draft);
  return textBases(draft).flatMap((base) =>
    others
      .filter((language) => isStale(draft, base, language))
      .map((language) => `${base}.${language}`),
  );
}

function isStale(draft: Draft, base: string, language: Language): boolean {
  const name = `${base}.${language}`;
  if (valueOf(draft, name) === "") return false;
  const from = Object.hasOwn(draft.madeFrom, name) ? draft.madeFrom[name] : undefined;
  return from !== markOf(valueOf(draft, `${base}.${originalOf(draft)}`));
}

/** How many of a draft's texts there are in a language, and how many of them are not as they should be. */
export const counts = (draft: Draft, language: Language) => {
  const of = (names: string[]) =>
    names.filter((name) => readField(name)?.language === language).length;
  return {
    texts: textBases(draft).length,
    missing: of(missingTexts(draft)),
    stale: of(staleTexts(draft)),
  };
};
