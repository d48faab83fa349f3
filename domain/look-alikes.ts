/*
 * Letters of other scripts that look like Latin ones, as people type and read them (after the
 * single-letter rows of Unicode's confusables.txt, UTS 39): Cyrillic and Greek, capitals and small. The
 * last of the Cyrillic look like small capitals: they are their capitals' letter, as they are typed.
 */
const FOREIGN = "АВСЕНІЈКМОРЅТУХҮҺасеіјорѕухүһвкмнтΑΒΕΖΗΙΚΜΝΟΡΤΥΧο";
const LATIN = "ABCEHIJKMOPSTYXYHaceijopsyxyhbkmhtABEZHIKMNOPTYXo";

/** Digits of another script as the ten that programs know. */
const asciiDigit = (digit: string): string => {
  // The digits of a script stand in a row, and its zero is the first whose neighbour below is none.
  let zero = digit.codePointAt(0)!;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(zero - 1)) && digit.codePointAt(0)! - zero < 9)
    zero--;
  return String(digit.codePointAt(0)! - zero);
};

/** A text with full-width forms, look-alike letters and digits of other scripts written in Latin. */
export const inLatin = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/\p{Nd}/gu, (digit) => (digit < "\u0080" ? digit : asciiDigit(digit)))
    .replace(/\p{L}/gu, (letter) => LATIN[FOREIGN.indexOf(letter)] ?? letter);

/** What two texts share when people may take one for the other: case, script and width do not count. */
export const skeleton = (text: string): string => inLatin(inLatin(text).toUpperCase());
