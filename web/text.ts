import type { Language } from "../domain/language.ts";

/** Numbers and dates as a language's readers know them; for English day before month. */
const localeOf = (language: Language): string => (language === "en" ? "en-GB" : language);

/** A text with `{name}` places in it. */
export type Template = string;

/** The plural forms that a language has; `other` always. Chosen by `Intl.PluralRules`. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, Template>> & { other: Template };

/** Made once: making them takes far longer than asking them. */
const pluralRules: Record<Language, Intl.PluralRules> = {};

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
  (formats[language + decimals + style] ??= new Intl.NumberFormat(localeOf(language), {
    style,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }));

const dateFormats: Record<string, Intl.DateTimeFormat> = {};

const KINDS = {
  moment: { dateStyle: "long", timeStyle: "short" },
  time: { timeStyle: "short" },
  day: { dateStyle: "long" },
  zone: { timeZoneName: "long" },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Made once of each kind as well. */
const dateFormat = (language: Language, kind: keyof typeof KINDS, timeZone: string) =>
  (dateFormats[language + kind + timeZone] ??= new Intl.DateTimeFormat(localeOf(language), {
    ...KINDS[kind],
    timeZone,
  }));

/** A moment as the language writes it, in a zone of the IANA database and with that zone's name. */
export function formatMoment(language: Language, iso: string, timeZone = "UTC"): string {
  const at = new Date(iso);
  const moment = dateFormat(language, "moment", timeZone).format(at);
  const zone = zoneName(language, at, timeZone);
  return zone === "UTC" ? `${moment} UTC` : `${moment} (${zone})`;
}

/** The time of day of a moment, for what has just happened. */
export const formatTime = (language: Language, iso: string, timeZone = "UTC"): string =>
  dateFormat(language, "time", timeZone).format(new Date(iso));

/** What the clocks of a zone show is called at a moment, in a language: "Kazakhstan Time". */
export const zoneName = (language: Language, at: Date, timeZone: string): string =>
  timeZone === "UTC"
    ? timeZone
    : (dateFormat(language, "zone", timeZone)
        .formatToParts(at)
        .find(({ type }) => type === "timeZoneName")?.value ?? timeZone);

/** A calendar day as the language writes it. */
export const formatDay = (language: Language, isoDay: string): string =>
  dateFormat(language, "day", "UTC").format(new Date(`${isoDay}T00:00:00Z`));
