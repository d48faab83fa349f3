import * as z from "zod/mini";

/** A language by its BCP 47 tag in canonical form, such as `kk`, `pt-BR` or `uz-Cyrl`. */
export type Language = string;

/** A text in some languages. In which it must be said is a matter of the definition it stands in. */
export type Texts = Readonly<Record<Language, string>>;

/** Most languages of one consultation: as many as the European Union has. */
export const MOST_LANGUAGES = 24;

/** Longer tags are legal and say nothing that a text needs. */
const LONGEST_TAG = 20;

/**
 * The language that a tag names in canonical form (`KK` is `kk`, `iw` is `he`); `undefined` for what is
 * none. Extensions and private use are refused: they say how to sort and count, not what is spoken.
 */
export function readLanguage(text: string | undefined): Language | undefined {
  if (text === undefined || !/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(text)) return undefined;
  try {
    const [tag] = Intl.getCanonicalLocales(text);
    return tag !== undefined && tag.length <= LONGEST_TAG && !/-[a-z0-9]-/.test(tag)
      ? tag
      : undefined;
  } catch {
    return undefined;
  }
}

/** The tag of a language, in canonical form. */
export const languageTag = z.string().check(z.refine((tag) => readLanguage(tag) === tag));

/** The languages of a consultation, in order: the first is the one that its texts were written in. */
export const languageList = z.array(languageTag).check(
  z.minLength(1),
  z.maxLength(MOST_LANGUAGES),
  z.refine((all) => new Set(all).size === all.length),
);

// Control and bidirectional characters can make a text read differently from what it says.
const UNWANTED = String.raw`\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069`;
const ONE_LINE = new RegExp(`^[^${UNWANTED}]*$`, "u");
const LINES = new RegExp(`^(?:[^${UNWANTED}]|\n)*$`, "u");

/**
 * A text of an organiser. Control characters are refused. Whatever looks like markup or a formula is text
 * ("<60 %", "+10 %"): pages show it as text, and tables neutralise it where they are made (functions/csv.ts).
 */
export const plainText = (maxLength: number, form: RegExp = ONE_LINE) =>
  z
    .string()
    .check(z.trim(), z.minLength(1), z.maxLength(maxLength), z.regex(form), z.normalize("NFC"));

/**
 * A text in the languages of a consultation: in the first of them, and in the others where there is one.
 * `undefined`: of any consultation, in whatever languages.
 */
export const localized = (
  languages: readonly Language[] | undefined,
  maxLength: number,
  form?: RegExp,
) => {
  const text = plainText(maxLength, form);
  const schema =
    languages === undefined
      ? z.record(languageTag, text)
      : z.strictObject(
          Object.fromEntries(
            languages.map((language, index) => [language, index === 0 ? text : z.optional(text)]),
          ),
        );
  return schema as unknown as z.ZodMiniType<Texts>;
};

/** One of something for each language of a consultation, or of any. */
export const perLanguage = <Each extends z.ZodMiniType>(
  languages: readonly Language[] | undefined,
  each: Each,
) =>
  (languages === undefined
    ? z.record(languageTag, each)
    : z.strictObject(
        Object.fromEntries(languages.map((language) => [language, each])),
      )) as unknown as z.ZodMiniType<Readonly<Record<Language, z.infer<Each>>>>;

/** A text in them that may have paragraphs and lists. */
export const localizedProse = (languages: readonly Language[] | undefined, maxLength: number) =>
  localized(languages, maxLength, LINES);
