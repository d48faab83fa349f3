/**
 * How long a text may be before it breaks a layout: compared with the longest version in the languages
 * that are complete, whose pages are looked at. Labels stand on buttons and in the heads of tables, and so
 * may grow less than sentences, which wrap.
 */
const LABEL = 40;
const MORE_THAN_LABEL = { times: 1.5, characters: 16 };
const MORE_THAN_SENTENCE = 2;
/** A longer word does not fit a narrow screen of 360 pixels, and nothing in it can wrap. */
const LONGEST_WORD = 28;

/** What is wrong with the length of a text, in words. `others` are its versions in complete languages. */
export function lengthFaults(text: string, others: readonly string[]): string[] {
  const longest = Math.max(0, ...others.map(({ length }) => length));
  const most =
    longest <= LABEL
      ? longest * MORE_THAN_LABEL.times + MORE_THAN_LABEL.characters
      : longest * MORE_THAN_SENTENCE;
  const faults = [];
  if (others.length > 0 && text.length > most) {
    faults.push(
      `has ${text.length} characters; the longest complete language has ${longest}, so at most ${Math.floor(most)} fit`,
    );
  }
  // Addresses and the names of files wrap by rules of their own.
  const words = text.split(/[^\p{L}\p{M}\p{N}ʻʼ'’]+/u);
  for (const word of words.filter(({ length }) => length > LONGEST_WORD)) {
    faults.push(`has a word of ${word.length} letters: “${word}”`);
  }
  return faults;
}
