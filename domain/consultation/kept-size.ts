import type { Fault } from "../fault.ts";

/**
 * Most bytes of a definition with all its texts in all its languages. It is kept in one item of the store, which has at
 * most 400 kB; the rest is room for what is added while it is open: corrections, closings, channels, and their notes.
 */
export const MOST_KEPT = 350_000;

/** The fault of a definition that could not be kept as a whole, however right each of its texts is. */
export const overfull = (definition: object): Fault[] =>
  bytesOf(JSON.stringify(definition)) > MOST_KEPT ? [{ pointer: "", fault: "overfull" }] : [];

/** Bytes of a text in UTF-8, by its UTF-16 units: each half of a surrogate pair comes to two of the pair's four. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const isHalf = unit >= 0xd800 && unit <= 0xdfff;
    bytes += unit < 0x80 ? 1 : unit < 0x800 || isHalf ? 2 : 3;
  }
  return bytes;
}
