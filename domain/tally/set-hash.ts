/**
 * The sum modulo 2^128 of the hashes of a set of ballots, as four words, the lowest first: equal sums
 * mean equal sets but for a chance of 2^-128. Additive, so that a ballot can be taken out again.
 */
export type SetHash = Uint32Array;

const WORDS = 4;

export const emptySetHash = (): SetHash => new Uint32Array(WORDS);

/** Adds the first 128 bits of a hash to the sum, or takes them away. Changes the sum. */
export function addHash(sum: SetHash, hash: Uint8Array, sign: 1 | -1): void {
  let carry = 0;
  for (let word = 0, at = 0; word < WORDS; word++, at += 4) {
    const part =
      (hash[at]! | (hash[at + 1]! << 8) | (hash[at + 2]! << 16) | (hash[at + 3]! << 24)) >>> 0;
    const next = sum[word]! + sign * part + carry;
    carry = Math.floor(next / 2 ** 32);
    sum[word] = next;
  }
}

/** `now` + `right` − `wrong`: a sum put right by what two others differ in. */
export function mendedSetHash(now: SetHash, right: SetHash, wrong: SetHash): SetHash {
  const mended = now.slice();
  addHash(mended, new Uint8Array(right.slice().buffer), 1);
  addHash(mended, new Uint8Array(wrong.slice().buffer), -1);
  return mended;
}

/** The sum as 32 hexadecimal digits. */
export const setHashText = (sum: SetHash): string =>
  Array.from(sum, (word) => word.toString(16).padStart(8, "0"))
    .toReversed()
    .join("");
