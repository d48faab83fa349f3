import { ALPHABET } from "../../domain/crockford.ts";
import type { Services } from "../services.ts";

/** Bytes that are drawn from the source at once: drawing a few takes as long as drawing thousands. */
const POOL = 65_536;

/** The same random source, asked seldom. Every byte is given out once. */
export function pooled(random: Services["random"]): Services["random"] {
  let pool: Uint8Array = new Uint8Array();
  let from = 0;
  return (length) => {
    if (length > POOL) return random(length);
    if (from + length > pool.length) {
      pool = random(POOL);
      from = 0;
    }
    from += length;
    return pool.subarray(from - length, from);
  };
}

/** Letters of the mark of a row: 60 bits, so that of a million rows no two have the same but once in two million exports. */
const LETTERS = 12;

/** Marks for the rows of one export, drawn and derived from nothing. */
export const exportIds = (random: Services["random"]) => (): string => {
  // A letter first: a spreadsheet takes 12E4 for a number.
  let id = "R";
  for (const byte of random(LETTERS)) id += ALPHABET[byte & 31];
  return id;
};
