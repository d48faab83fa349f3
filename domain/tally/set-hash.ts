/**
 * The sum modulo 2^128 of the hashes of a set of ballots, as four words, the lowest first: equal sums
 * mean equal sets but for a chance of 2^-128. Additive, so that a ballot can be taken out again.
 */
export type SetHash = Uint32Array;

const WORDS = 4;

export const emptySetHash = (): SetHash => new Uint32Array(WORDS);

/**
 * Adds the first 128 bits of a hash, one character a byte, to the sum, or takes them away. Changes the
 * sum.
 */
export function addHash(sum: SetHash, hash: string, sign: 1 | -1): void {
  let carry = 0;
  for (let word = 0, at = 0; word < WORDS; word++, at += 4) {
    const part =
      (hash.charCodeAt(at) |
        (hash.charCodeAt(at + 1) << 8) |
        (hash.charCodeAt(at + 2) << 16) |
        (hash.charCodeAt(at + 3) << 24)) >>>
      0;
    carry = addWord(sum, word, sign * part + carry);
  }
}

/** Adds to one word, and returns what goes over to the next: −1, 0 or 1. */
function addWord(sum: SetHash, word: number, more: number): number {
  const next = sum[word]! + more;
  sum[word] = next;
  return Math.floor(next / 2 ** 32);
}

/** The sum as 32 hexadecimal digits. */
export const setHashText = (sum: SetHash): string =>
  Array.from(sum, (word) => word.toString(16).padStart(8, "0"))
    .toReversed()
    .join("");
