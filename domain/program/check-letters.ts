import { ALPHABET } from "../crockford.ts";

/** How many letters it takes to write 32 bits, five a letter. */
export const CHECK_LETTERS = 7;

/** CRC-32 as in ISO 3309 and ITU-T V.42 (reflected, polynomial 0xEDB88320) of a text's ASCII characters. */
function crc32(text: string): number {
  let sum = 0xffffffff;
  for (const letter of text) {
    sum ^= letter.charCodeAt(0);
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

/**
 * The checksum of a text as letters, the highest bits first. It keeps nobody from making one up; it tells a
 * scanner of source code, without asking us, that what it has found is a key, and us that one was cut off.
 */
export function checkLetters(text: string): string {
  let rest = crc32(text);
  let letters = "";
  while (letters.length < CHECK_LETTERS) {
    letters = ALPHABET[rest % 32]! + letters;
    rest = Math.floor(rest / 32);
  }
  return letters;
}
