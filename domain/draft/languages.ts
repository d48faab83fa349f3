import { type Language, MOST_LANGUAGES, readLanguage } from "../language.ts";
import { type Draft, languagesOf, originalOf, valueOf } from "./draft.ts";
import { translationField } from "./field.ts";
import { movedTo } from "./items.ts";
import { markOf } from "./mark.ts";
import { type Patched, patched } from "./patch.ts";
import { staleTexts, textBases } from "./texts.ts";

/** What can be done with the languages of a draft. */
export const LANGUAGE_ACTS = ["add", "remove", "up", "down"] as const;
export type LanguageAct = (typeof LANGUAGE_ACTS)[number];

/**
 * Adds a language at the end, takes one out, or moves it. Texts in a language that is taken out stay stored
 * and are there again when it is added again. One language always stays.
 */
export function changeLanguages(draft: Draft, act: LanguageAct, language: Language): Patched {
  const before = languagesOf(draft);
  const after = changed(before, act, language);
  if (after.join(" ") === before.join(" ")) return patched(draft, {});
  const fields = { languages: after.join(" ") };
  return after[0] === before[0]
    ? patched(draft, fields)
    : patched(draft, { ...fields, [translationField(after[0]!)]: null }, refitted(draft, after));
}

function changed(before: readonly Language[], act: LanguageAct, language: Language): Language[] {
  const place = before.indexOf(language);
  if (act === "add") {
    const fits = readLanguage(language) === language && before.length < MOST_LANGUAGES;
    return fits && place < 0 ? [...before, language] : [...before];
  }
  if (place < 0) return [...before];
  if (act === "remove") {
    return before.length === 1 ? [...before] : before.filter((one) => one !== language);
  }
  return movedTo(before, language, place + (act === "up" ? -1 : 1));
}

/**
 * The marks of the translations once another language is the original: what said the same as the old
 * original as it stands says the same as the new one, if that did.
 */
function refitted(draft: Draft, languages: readonly Language[]): Record<string, string | null> {
  const [before, [original = "", ...others]] = [originalOf(draft), languages];
  const stale = new Set(staleTexts(draft));
  const fits = (base: string, language: Language) =>
    language === before || !stale.has(`${base}.${language}`);
  return Object.fromEntries(
    textBases(draft).flatMap((base): [string, string | null][] => {
      const mark = markOf(valueOf(draft, `${base}.${original}`));
      return [
        [`${base}.${original}`, null],
        ...others.map((one): [string, string | null] => {
          const name = `${base}.${one}`;
          const isSame = valueOf(draft, name) !== "" && fits(base, one) && fits(base, original);
          return [name, isSame ? mark : null];
        }),
      ];
    }),
  );
}
