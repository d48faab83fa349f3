/** Why a figure is `null`; the pages have words for each. */
export const HIDDEN_REASONS = [
  /** A count under ten, perhaps zero, or a share made of one. */
  "fewer-than-10",
  /** Made of fewer ratings than the policy's base. */
  "below-base",
  /** The five points are told in three bands. */
  "banded",
  /** A small group, or a larger one beside it that would give it away. */
  "small-group",
  /** It would tell what everybody answered, or let a count under ten be worked out. */
  "gives-away",
  /** A share that is only called under 5 %, or over 95 %. */
  "under-5-percent",
  "over-95-percent",
  /** Shown when the consultation is closed. */
  "after-close",
  /** A whole panel of which too few have answered. */
  "small-panel",
  /** Too few rated for comparing recommendations with each other. */
  "too-few-to-compare",
  /** Nothing to make it from. */
  "no-data",
] as const;
export type HiddenReason = (typeof HIDDEN_REASONS)[number];
