import type { Language } from "../domain/language.ts";

/** Numbers and dates as each language's readers know them; for English day before month. */
const LOCALES: Record<Language, string> = { en: "en-GB", ru: "ru", kk: "kk" };

/** A text with `{name}` places in it. */
export type Template = string;

/** The plural forms that a language has; `other` always. Chosen by `Intl.PluralRules`. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, Template>> & { other: Template };

/** Made once: making them takes far longer than asking them. */
const pluralRules: Partial<Record<Language, Intl.PluralRules>> = {};

/** Puts values into a template's places; a place without a value stays as it is. */
export const fill = (template: Template, values: Record<string, string | number>): string =>
  template.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));

/** The form for `count`, with `{count}` written in the language's digits and further values. */
export function plural(
  language: Language,
  forms: PluralForms,
  count: number,
  values: Record<string, string | number> = {},
): string {
  const form =
    forms[(pluralRules[language] ??= new Intl.PluralRules(language)).select(count)] ?? forms.other;
  return fill(form, { count: formatNumber(language, count), ...values });
}

/** A number as the language writes it, with exactly that many decimals. */
export const formatNumber = (language: Language, value: number, decimals = 0): string =>
  numberFormat(language, decimals).format(value);

/** A part of 1 in percent, with exactly that many decimals. */
export const formatPercent = (language: Language, part: number, decimals = 0): string =>
  numberFormat(language, decimals, "percent").format(part);

const formats: Record<string, Intl.NumberFormat> = {};

/** Made once of each kind: making one takes far longer than using it, and a results page has thousands. */
const numberFormat = (language: Language, decimals: number, style?: "percent") =>
  (formats[language + decimals + style] ??= new Intl.NumberFormat(LOCALES[language], {
    style,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }));

/** A moment as the language writes it, in UTC and saying so. */
export const formatMoment = (language: Language, iso: string): string =>
  new Intl.DateTimeFormat(LOCALES[language], {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: "UTC",
  }).format(new Date(iso)) + " UTC";

/** The same moment as the clocks of Astana, and of all Kazakhstan, show it. */
export const formatInAstana = (language: Language, iso: string): string =>
  new Intl.DateTimeFormat(LOCALES[language], {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: "Asia/Almaty",
  }).format(new Date(iso));

/** A calendar day as the language writes it. */
export const formatDay = (language: Language, isoDay: string): string =>
  new Intl.DateTimeFormat(LOCALES[language], { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${isoDay}T00:00:00Z`),
  );
