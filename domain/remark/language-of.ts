import type { Language } from "../language.ts";

/**
 * Letters by which a language is told from others in the same script (after their alphabets in the Common
 * Locale Data Repository). A language that is not here has none.
 */
const OWN_LETTERS: Readonly<Record<Language, string>> = {
  be: "ў",
  de: "äöüß",
  fr: "àâçèéêëîïôùûœ",
  kk: "әғқңөұүһі",
  ky: "ңөү",
  tg: "ғӣқӯҳҷ",
  tr: "ğışçöü",
  uk: "іїєґ",
  uz: "ʻʼ‘’",
  "uz-Cyrl": "ўқғҳ",
};

/** The scripts that pages here are written in, as patterns know them by their ISO 15924 names. */
const scriptOf = (language: Language): string => {
  const { script = "Latn" } = new Intl.Locale(language).maximize();
  return LONG_NAMES[script] ?? script;
};

/** Where one name stands for several scripts of patterns. */
const LONG_NAMES: Readonly<Record<string, string>> = {
  Jpan: "Hani",
  Hans: "Hani",
  Hant: "Hani",
  Kore: "Hang",
};

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/**
 * The language of a text among some, as its letters show it and nothing else: that of whoever wrote it is not
 * known here. One that shows none has the first.
 */
export function languageOf(text: string, languages: readonly Language[]): Language {
  const small = text.toLowerCase();
  const scripts = new Map(
    languages.map((language) => [language, count(small, inScript(scriptOf(language)))]),
  );
  const most = Math.max(...scripts.values());
  const [first] = languages;
  if (most === 0) return first!;
  const candidates = languages.filter((language) => scripts.get(language) === most);
  const own = (language: Language) => {
    const letters = OWN_LETTERS[language] ?? "";
    return [...small].filter((letter) => letters.includes(letter)).length;
  };
  const telling = candidates.filter((language) => own(language) > 0);
  if (telling.length > 0) return telling.reduce((a, b) => (own(b) > own(a) ? b : a));
  // A text in a language with letters of its own would show one of them.
  return candidates.find((language) => !Object.hasOwn(OWN_LETTERS, language)) ?? candidates[0]!;
}

/** Every letter of a script. */
const inScript = (script: string): RegExp => {
  try {
    return new RegExp(String.raw`\p{Script=${script}}`, "gu");
  } catch {
    return /$^/g;
  }
};
