/*
 * What a respondent wrote, as it is kept. Whatever cannot be seen is taken out and not refused: it comes along when
 * a text is pasted, and nobody could find it.
 */

/** Characters that show nothing, or make a text read differently from what it says: controls, directions, tags. */
const UNSEEN =
  /[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}\p{Cs}]|(?!\n)\p{Cc}/gu;

/** Marks on one letter; no language that is written needs more, and a tower of them covers the lines around. */
const TOWER = /(\p{M}{4})\p{M}+/gu;

/** Every kind of space but a line break is one, and lines keep at most one empty one between them. */
const SPACES = /[^\S\n]+/gu;
const EMPTY_LINES = /\n(?: ?\n){2,}/g;

/** The text, as everybody sees it; empty when there is nothing to see. */
export const cleaned = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(SPACES, " ")
    .replace(UNSEEN, "")
    .replace(TOWER, "$1")
    .replace(EMPTY_LINES, "\n\n")
    .trim();

/** How long a text is: in code points, so that a character outside the basic plane counts once. */
export const lengthOf = (text: string): number => [...text].length;
