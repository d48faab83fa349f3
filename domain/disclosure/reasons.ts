/** Why a figure is `null`; the pages have words for each. */
export const HIDDEN_REASONS = [
  /** Made of fewer ratings than the policy's base. */
  "below-base",
  /** Told in words and three bands: shares and points take more ratings. */
  "words-only",
  /** A panel of so few that each would know the other. */
  "small-panel",
  /** Groups, before the day fixed for them. */
  "before-milestone",
  /** Groups, where no part of the budget was set aside for them. */
  "no-budget",
  /** Too few rated for comparing recommendations, or panels, with each other. */
  "too-few-to-compare",
  /** Nothing to make it from. */
  "no-data",
  /** Not told by the rules of an earlier method. */
  "earlier-rules",
  /** Told of all ballots, and not without the flagged ones. */
  "all-ballots-only",
] as const;
export type HiddenReason = (typeof HIDDEN_REASONS)[number];
