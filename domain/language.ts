import * as z from "zod/mini";

/** The languages that Kenes speaks; the first is the one used when a reader asks for none. */
export const LANGUAGES = ["en", "ru", "kk"] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text of an organiser. Markup and control characters are refused: it is shown as text, never as HTML. */
export const plainText = (maxLength: number) =>
  z.string().check(
    z.trim(),
    z.minLength(1),
    z.maxLength(maxLength),
    // Control and bidirectional characters can make a text read differently from what it says.
    z.regex(/^[^<>\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]*$/u),
    z.normalize("NFC"),
  );

/** A text in every language. */
export const localized = (maxLength: number) => {
  const text = plainText(maxLength);
  return z.strictObject({ en: text, ru: text, kk: text });
};

/** The language that a text names, or `undefined` when Kenes does not speak it. */
export const readLanguage = (text: string | undefined): Language | undefined =>
  LANGUAGES.find((language) => language === text);
