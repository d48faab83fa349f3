/** The plural forms that the Unicode CLDR gives a language, as `Intl.PluralRules` knows them. */
export const pluralForms = (language: string): string[] =>
  new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();

/** Counts that tell a form of one number from a form of several: all cycles of the CLDR are shorter. */
const COUNTS = Array.from({ length: 1_101 }, (_, count) => count);

/**
 * The forms that are said of one number alone, such as English `one`: they may name it in words and leave
 * `{count}` out. Russian `one` is none of them: it is said of 21 too.
 */
export function formsOfOneNumber(language: string): string[] {
  const rules = new Intl.PluralRules(language);
  return pluralForms(language).filter(
    (form) => COUNTS.filter((count) => rules.select(count) === form).length === 1,
  );
}
