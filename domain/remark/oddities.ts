/*
 * What a text looks like and is not: told to the moderator who reads it. Nothing is changed in a text, and
 * nothing is refused for it.
 */

/** What may deceive whoever reads a text. */
export const ODDITIES = ["direction", "stacked", "mixed"] as const;
export type Oddity = (typeof ODDITIES)[number];

/** Marks that make letters stand in another order than they were typed in, and letters that nobody sees. */
const DIRECTION = /[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/u;

/** More marks over one letter than any language writes. */
const STACKED = /\p{M}{4,}/u;

/** Letters of two alphabets in one word, which look alike: an official name that is none. */
const MIXED =
  /\p{Script=Latin}[\p{L}\p{M}]*[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}][\p{L}\p{M}]*\p{Script=Latin}/u;

/** Everything odd about a text. */
export const odditiesOf = (text: string): Oddity[] => {
  const found: Record<Oddity, boolean> = {
    direction: DIRECTION.test(text),
    stacked: STACKED.test(text),
    mixed: MIXED.test(text),
  };
  return ODDITIES.filter((oddity) => found[oddity]);
};
