/** The disclosure policies that a consultation may choose from; fixed with its definition. */
export const DISCLOSURES = ["standard", "at-risk"] as const;
export type Disclosure = (typeof DISCLOSURES)[number];

/** A count under this is never told, in any policy. */
export const SMALLEST_COUNT = 10;

/** What a policy allows. Source of every value: docs/methods.md, "Disclosure". */
export interface DisclosurePolicy {
  /** Fewest ratings, or ballots, from which any figure is made. */
  base: number;
  /** Counts are rounded to the nearest multiple of this. */
  roundTo: 5 | 10;
  /** Fewest ratings for the distribution over the five points; under it three bands. */
  fullFrom: number;
  /** A distribution with a smaller bar that is not empty is shown in three bands. */
  smallestBar: number;
  /** Shares under 5 % and over 95 % are only called so when made of fewer ratings than this. */
  codedSharesBelow: number;
  /** Fewest ballots of a panel for figures while the consultation is open. */
  liveFrom: number;
  /** Least of a definition's `minChanged` and `minMinutes`. */
  minChanged: number;
  minMinutes: number;
  /** Whether segments are shown while the consultation is open. */
  liveSegments: boolean;
  /** Fewest segments of a question that are hidden, once one is (`complementary.ts`). */
  hiddenTogether: number;
  /** Fewest ratings for comparing recommendations pairwise by their means. */
  pairwiseFrom: number;
  /** Whether such comparisons are shown while the consultation is open. */
  livePairwise: boolean;
  /** Counts of a group with fewer ballots than this carry noise (`cell-key.ts`). */
  noiseBelow: { panel: number; segment: number };
  /** Whether figures are hidden when really all said the same; all but one or two, they always are. */
  hideUnanimous: { panel: boolean; segment: boolean };
  /** Whether an expert panel under the base may be shown in bands when every member has agreed. */
  consentCounts: boolean;
}

export const POLICIES: Record<Disclosure, DisclosurePolicy> = {
  standard: {
    base: 10,
    roundTo: 5,
    fullFrom: 50,
    smallestBar: 5,
    codedSharesBelow: 0,
    liveFrom: 10,
    minChanged: 10,
    minMinutes: 1,
    liveSegments: true,
    hiddenTogether: 2,
    pairwiseFrom: 100,
    livePairwise: true,
    // Our own addition, decision 006: whoever adds ballots to a small group learns nothing of it.
    noiseBelow: { panel: 0, segment: 50 },
    hideUnanimous: { panel: false, segment: true },
    consentCounts: true,
  },
  "at-risk": {
    base: 30,
    roundTo: 10,
    fullFrom: 100,
    smallestBar: 10,
    codedSharesBelow: 200,
    liveFrom: 100,
    minChanged: 50,
    minMinutes: 24 * 60,
    liveSegments: false,
    hiddenTogether: 2,
    pairwiseFrom: 200,
    livePairwise: false,
    noiseBelow: { panel: Infinity, segment: Infinity },
    hideUnanimous: { panel: true, segment: true },
    consentCounts: false,
  },
};
