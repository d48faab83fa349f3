import { outwards, round } from "../disclosure/rounding.ts";
import { hide, type Shown, show } from "../disclosure/shown.ts";
import { delphiConsensus } from "../statistics/delphi.ts";
import { differs, gap, gapSize } from "../statistics/gap.ts";
import { benjaminiHochberg } from "../statistics/multiplicity.ts";
import type { CountedGroup } from "./counted.ts";
import { type Limits, reasonsOf } from "./limits.ts";
import { unranked } from "./ranks.ts";
import type { Gap, Release } from "./schema.ts";

/** A panel's published counts, and from how many something is told of it. */
export interface Side {
  group: CountedGroup;
  limits: Limits;
}

/**
 * The gap between experts and public for each recommendation of which both are told. The p-values
 * are corrected over all that were compared (Benjamini–Hochberg), so adding up "differs" stays fair.
 */
export function gaps(everyone: Side, experts: Side): Shown<Gap>[] {
  const noise = { expert: experts.group.variance, public: everyone.group.variance };
  const compared = experts.group.recommendations.map((expert, place) => {
    const other = everyone.group.recommendations[place]!;
    const because = unranked(other, everyone.limits) ?? unranked(expert, experts.limits);
    if (because !== undefined) return { because };
    return { found: gap(expert.histogram, other.histogram, noise)! };
  });
  const adjusted = benjaminiHochberg(compared.flatMap(({ found }) => found?.p ?? []));
  return compared.map(({ because, found }) => {
    if (found === undefined) return hide(because);
    return show({
      theta: round(found.theta, 2),
      delta: round(found.delta, 2),
      interval: outwards(found.interval, 2),
      differs: differs(adjusted.shift()!, found.delta),
      size: gapSize(found.delta),
    });
  });
}

/** Whether the experts agree on each recommendation (Delphi), where enough of them rated it. */
export const consensuses = ({
  group: { ballots, recommendations },
  limits,
}: Side): Shown<NonNullable<Release["recommendations"][number]["consensus"]>>[] =>
  recommendations.map((one) => {
    const because = reasonsOf(one, limits).shares;
    if (because !== undefined) return hide(because);
    const { enough, result } = delphiConsensus(one.histogram, { panel: ballots });
    return enough ? show(result) : hide("too-few-to-compare");
  });
