/** The disclosure policies that a consultation may choose from; fixed with its definition. */
export const DISCLOSURES = ["standard", "at-risk"] as const;
export type Disclosure = (typeof DISCLOSURES)[number];

/** How often results are published: only after closing, or at fixed times while answers come in. */
export const SCHEDULES = ["close", "week", "day", "hour", "demonstration"] as const;
export type Schedule = (typeof SCHEDULES)[number];

/** What a policy promises and allows. Source of every value: docs/methods.md, "Disclosure". */
export interface DisclosurePolicy {
  /** Deviation of the noise on everything together that is published of one rating. */
  sigma: number;
  /** Fewest ratings, by the published count, from which a figure is told. */
  base: number;
  /** Fewest ratings for shares and the five points; under it words and three bands. */
  sharesFrom: number;
  /** The schedules that may be chosen. */
  schedules: readonly Schedule[];
  /** Percent of the budget that groups get where a definition does not say. */
  groupsBudget: number;
  /** Percent of the budget that a new consultation sets aside for flagged ballots; 0: nothing is told of them. */
  flagsBudget: number;
}

export const POLICIES: Record<Disclosure, DisclosurePolicy> = {
  standard: {
    sigma: 2.5,
    base: 10,
    sharesFrom: 50,
    schedules: SCHEDULES,
    groupsBudget: 30,
    flagsBudget: 10,
  },
  "at-risk": {
    sigma: 5,
    base: 30,
    sharesFrom: 100,
    schedules: ["close", "week", "day"],
    groupsBudget: 0,
    flagsBudget: 0,
  },
};

/** Most percent of the budget that may be set aside for flagged ballots: the rest must still say something. */
export const MOST_FOR_FLAGS = 20;

/** An expert panel that is published exactly, as each was told: of two, each would know the other. */
export const EXACT_PANEL = { base: 3, sharesFrom: 3 };
