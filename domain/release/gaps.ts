import type { DisclosurePolicy } from "../disclosure/policy.ts";
import { detailDecimals, round } from "../disclosure/rounding.ts";
import { hide, type Shown, show } from "../disclosure/shown.ts";
import { delphiConsensus } from "../statistics/delphi.ts";
import { differs, gap, gapSize } from "../statistics/gap.ts";
import { benjaminiHochberg } from "../statistics/multiplicity.ts";
import type { Counted, CountedGroup } from "./counted.ts";
import { hiddenBecause } from "./figures.ts";
import type { Gap, Release } from "./schema.ts";

/**
 * The gap between experts and public for each recommendation of which both are shown. The p-values
 * are corrected over all that were compared (Benjamini–Hochberg), so adding up "differs" stays fair.
 */
export function gaps(
  publicGroup: CountedGroup,
  expertGroup: CountedGroup,
  policy: DisclosurePolicy,
): Shown<Gap>[] {
  const compared = expertGroup.recommendations.map((expert, place) => {
    const everyone = publicGroup.recommendations[place]!;
    const because =
      hiddenBecause(everyone, policy, "panel") ?? hiddenBecause(expert, policy, "panel");
    if (because !== undefined) return { because };
    const found = gap(expert.histogram, everyone.histogram);
    return found === null
      ? { because: "no-data" as const }
      : { found, fewest: fewest(expert, everyone) };
  });
  const adjusted = benjaminiHochberg(
    compared.flatMap((one) => (one.found === undefined ? [] : one.found.p)),
  );
  return compared.map(({ because, found, fewest }) => {
    if (found === undefined) return hide(because!);
    const decimals = detailDecimals(fewest);
    const [low, high] = found.interval;
    return show({
      theta: round(found.theta, decimals),
      delta: round(found.delta, decimals),
      interval: [round(low, decimals), round(high, decimals)],
      differs: differs(adjusted.shift()!, found.delta),
      size: gapSize(found.delta),
    });
  });
}

const fewest = (one: Counted, other: Counted): number => Math.min(one.rated, other.rated);

/** Whether the experts agree on each recommendation (Delphi), where enough of them rated it. */
export const consensuses = (
  { ballots, recommendations }: CountedGroup,
  policy: DisclosurePolicy,
): Shown<NonNullable<Release["recommendations"][number]["consensus"]>>[] =>
  recommendations.map((one) => {
    if (one.exactRated < policy.base) return hide("below-base");
    const { enough, result } = delphiConsensus(one.histogram, { panel: ballots });
    return enough ? show(result) : hide("too-few-to-compare");
  });
