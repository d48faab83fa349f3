import type { Consultation } from "../consultation/definition.ts";
import { type Grouped, groupings } from "../consultation/groupings.ts";
import { type DisclosurePolicy, POLICIES } from "../disclosure/policy.ts";

/** Percent of the budget for what people chose "to do first". */
const FIRST = 10;

/** What each table gets of the budget, as deviations σ_i with 1/σ² = Σ 1/σ_i². */
export interface Budget {
  /** The ratings of a panel. */
  ratings: number;
  /** Who chose what "to do first". */
  first: number;
  /** Each grouping's ratings; `undefined` where groups are not published. */
  groups: number | undefined;
  /** Everything that is told of flagged ballots; `undefined` where nothing is. */
  flags: number | undefined;
  /** How many of each group took part: says nothing of a rating, and is protected by itself. */
  participation: number;
}

/** What of a definition says how its budget is divided. */
export type Budgeted = Grouped &
  Pick<Consultation, "disclosure"> & { release: Partial<Consultation["release"]> };

/**
 * How a consultation divides its σ. A share w of the budget gives the deviation σ/√w, so that what all
 * tables together tell of one rating is what noise of deviation σ on it alone would.
 */
export function budgetOf(
  definition: Budgeted,
  { sigma, groupsBudget }: DisclosurePolicy = POLICIES[definition.disclosure],
): Budget {
  const many = groupings(definition).length;
  const groups = many === 0 ? 0 : (definition.release.groups ?? groupsBudget);
  const flags = definition.release.flags ?? 0;
  const deviation = (percent: number) => sigma / Math.sqrt(percent / 100);
  return {
    ratings: deviation(100 - FIRST - groups - flags),
    first: deviation(FIRST),
    groups: groups === 0 ? undefined : deviation(groups / many),
    flags: flags === 0 ? undefined : deviation(flags),
    participation: sigma,
  };
}
