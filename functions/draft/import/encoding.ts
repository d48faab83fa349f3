/** Text of files that do not say how their letters are written down. */
import type { Language } from "../../../domain/language.ts";

/** What programs wrote before UTF-8, by how the Encoding Standard calls it. */
const LEGACY = [
  "windows-1251",
  "koi8-r",
  "ibm866",
  "x-mac-cyrillic",
  "windows-1252",
  "windows-1250",
  "windows-1254",
  "windows-1253",
  "windows-1256",
  "windows-1255",
  "windows-1257",
  "gb18030",
  "shift_jis",
  "euc-kr",
  "big5",
] as const;

/** Which of them a language was written in. Where letters do not tell, this does. */
const USUAL: Readonly<Record<string, readonly string[]>> = {
  "windows-1250": ["pl", "cs", "sk", "hu", "sl", "hr", "ro", "bs", "sq"],
  "windows-1253": ["el"],
  "windows-1254": ["tr", "az"],
  "windows-1255": ["he", "yi"],
  "windows-1256": ["ar", "fa", "ur"],
  "windows-1257": ["lv", "lt", "et"],
  gb18030: ["zh"],
  big5: ["zh-Hant", "zh-TW"],
  shift_jis: ["ja"],
  "euc-kr": ["ko"],
};

/** Those that are still met; any other must be much more likely. */
const COMMON_ENCODINGS: readonly string[] = ["windows-1251", "windows-1252", "koi8-r", "ibm866"];

export interface DecodedText {
  text: string;
  /** What it was read as, where that had to be guessed or converted; `undefined` for UTF-8. */
  encoding: string | undefined;
}

/**
 * The text of a file: UTF-8, UTF-16 with or without its mark, or whichever older encoding makes the most
 * likely words. `undefined` for what is no text.
 */
export function decoded(file: Uint8Array, languages: readonly Language[]): DecodedText | undefined {
  const wide = wideOf(file);
  if (wide !== undefined) {
    const text = new TextDecoder(wide).decode(file);
    return isText(text) ? { text, encoding: wide.toUpperCase() } : undefined;
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(file);
    return isText(text) ? { text, encoding: undefined } : undefined;
  } catch {
    return legacy(file, languages);
  }
}

/** UTF-16 by its mark, or by the zero bytes of Latin letters and signs in every other place. */
function wideOf(file: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (file[0] === 0xff && file[1] === 0xfe) return "utf-16le";
  if (file[0] === 0xfe && file[1] === 0xff) return "utf-16be";
  const zeros = [0, 0];
  const start = file.subarray(0, 4096);
  start.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2]!++;
  });
  const [even = 0, odd = 0] = zeros;
  // Separators, digits and line ends are such in any language.
  const some = Math.max(2, start.length / 20);
  if (odd > some && even < odd / 10) return "utf-16le";
  return even > some && odd < even / 10 ? "utf-16be" : undefined;
}

function legacy(file: Uint8Array, languages: readonly Language[]): DecodedText | undefined {
  let best: { text: string; encoding: string; score: number } | undefined;
  for (const encoding of LEGACY) {
    const text = new TextDecoder(encoding).decode(file);
    if (!isText(text) || text.includes("\uFFFD")) continue;
    const isUsual = languages.some((one) => USUAL[encoding]?.some((own) => own === one));
    const score =
      likelihood(text) + (isUsual ? 0.5 : COMMON_ENCODINGS.includes(encoding) ? 0 : -0.3);
    if (best === undefined || score > best.score) best = { text, encoding, score };
  }
  return best;
}

/** No program writes other control characters into a text. */
const isText = (text: string): boolean => !/(?![\t\n\v\f\r\u0080-\u009F])\p{Cc}/u.test(text);

/** The letters of which most of a text consists, in Russian, Kazakh and other Cyrillic writing. */
const COMMON = /[оеаинтсрвлкмдпыяі]/u;
/** Letters of other Cyrillic writing that a wrong encoding is full of. */
const RARE = /[ЂЃѓЉЊЌЋЏђљњќћџ]/gu;
const WORD = /[\p{L}\p{M}]+/gu;

/**
 * How likely a text is one that somebody wrote, by its letters beyond ASCII: whole words in one script and
 * one case are; letters of two scripts in a word, capitals within one, signs and controls in it are not.
 */
function likelihood(text: string): number {
  let [good, bad, foreign] = [0, 0, 0];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!/[^\0-\x7F]/.test(word)) continue;
    const letters = [...word];
    foreign += letters.length;
    const scripts = ["Latin", "Cyrillic", "Greek", "Arabic", "Hebrew", "Han"].filter((script) =>
      new RegExp(`\\p{Script=${script}}`, "u").test(word),
    );
    if (scripts.length > 1) bad += 3 * letters.length;
    if (/\p{Ll}\p{Lu}/u.test(word)) bad += 2 * letters.length;
    // Latin words have few letters beyond ASCII, and no more than three in a row.
    if (scripts[0] === "Latin" && /[^\0-\x7F]{3}/.test(word)) bad += 2 * letters.length;
    if (/[^\p{L}\p{M}\s\p{P}\d=+<>|;,]/u.test(text[index + word.length] ?? " ")) bad += 1;
    if (scripts[0] === "Cyrillic") {
      bad += word.match(RARE)?.length ?? 0;
      good += letters.filter((letter) => COMMON.test(letter.toLowerCase())).length;
      if (/^\p{Lu}{2}/u.test(word) && /\p{Ll}/u.test(word)) bad += letters.length;
    } else good += 0.6 * letters.length;
  }
  const signs = text.match(/[\u0080-\u009F\u2500-\u25FF¤¦¬±µ¶‡†‰ƒ˜ˆ¨¯´¸]/gu)?.length ?? 0;
  return (good - bad - 2 * signs) / Math.max(1, foreign + signs);
}
