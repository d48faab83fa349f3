/**
 * What the server saw of a ballot at the moment of saving it, as letters: `b` burst, sent in a minute with more
 * ballots than the fixed limit (those beyond the limit only); `f` fast, sent faster than one second a rated
 * recommendation. It is no part of what the ballot says: nobody reads it back, and no export holds it.
 */
export const SEEN = ["b", "f"] as const;
export type SeenLetter = (typeof SEEN)[number];

/** Letters in the order of `SEEN`, each once; empty where neither was seen. */
export type Seen = string;

/** Letters as they were stored or told, in their order; others are left out. */
export const readSeen = (text: string | undefined): Seen =>
  SEEN.filter((letter) => text?.includes(letter) === true).join("");

/** Ballots of one consultation in a minute; those beyond it are a burst. Fixed, so that it follows from nobody's answers. */
export const BURST_PER_MINUTE = 300;
/** Seconds for each rated recommendation; a ballot that comes sooner after its page was made is fast. */
export const FAST_SECONDS = 1;
