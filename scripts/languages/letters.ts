/** What is wrong with the letters of a text, where people read one letter and programs another. */

/** Letters of Cyrillic and Latin that look alike, small ones that stand alone as words somewhere. */
const ALONE = { latin: /^[aceopxyi]$/, cyrillic: /^[асеорхуі]$/ };
const LATIN = /\p{Script=Latin}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;
/** A letter with whatever of apostrophes people type for the Uzbek letters and the tutuq. */
const APOSTROPHE = /\p{L}['’‘`´ʹ]/u;

/** The letters that Kazakh has and Russian has not; one of them stands in any longer Kazakh text. */
const KAZAKH = /[әғқңөұүһі]/iu;
const LONG = 80;

/** The words of a text, without the places that are filled in. */
const wordsOf = (text: string): string[] =>
  text.replace(/\{\w+\}/g, " ").match(/[\p{L}\p{M}'’‘`´ʹʻʼ]+/gu) ?? [];

/** The script that a language is written in: `Latn`, `Cyrl`, `Arab`. */
export const scriptOf = (language: string): string => writtenIn(language).split("-")[1]!;

const written: Record<string, string> = {};

/** A language with its script, such as `uz-Latn`. Made once: that takes longer than looking at a word. */
function writtenIn(language: string): string {
  if (written[language] === undefined) {
    const { language: spoken, script } = new Intl.Locale(language).maximize();
    written[language] = `${spoken}-${script}`;
  }
  return written[language];
}

/** The scripts of living languages that are written from right to left. */
export const RIGHT_TO_LEFT = ["Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg"];

/**
 * What is wrong with the letters of a text in a language, in words. `source` is the same text in the
 * source: a word that stands there too is a name.
 */
export function letterFaults(language: string, text: string, source: string): string[] {
  const script = scriptOf(language);
  const names = new Set(wordsOf(source));
  const words = wordsOf(text).filter((word) => !names.has(word));
  const faults = words.flatMap((word) => wordFaults(language, script, word));
  const isKazakh = writtenIn(language) === "kk-Cyrl";
  const { length } = words.join("");
  if (isKazakh && length >= LONG && !KAZAKH.test(text)) {
    faults.push("has none of the letters ә ғ қ ң ө ұ ү һ і: is it Kazakh, and typed with them?");
  }
  return faults;
}

function wordFaults(language: string, script: string, word: string): string[] {
  const [latin, cyrillic] = [LATIN.test(word), CYRILLIC.test(word)];
  if (latin && cyrillic) return [`mixes Latin and Cyrillic letters in “${word}”`];
  if (script === "Cyrl" && ALONE.latin.test(word))
    return [`has the Latin letter “${word}” as a word`];
  if (script === "Latn" && ALONE.cyrillic.test(word)) {
    return [`has the Cyrillic letter “${word}” as a word`];
  }
  if (script !== "Cyrl" && cyrillic) return [`has the Cyrillic word “${word}”`];
  if (writtenIn(language) !== "uz-Latn") return [];
  if (/[og][’‘'`´ʹʼ]/iu.test(word)) return [`needs ʻ (U+02BB) after o or g in “${word}”`];
  return APOSTROPHE.test(word) ? [`needs ʼ (U+02BC) in “${word}”`] : [];
}

/** Characters that nobody sees and that change what is shown: controls, and turns of the direction. */
export const UNSEEN = /[\p{Cc}\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069\uFEFF]/u;
