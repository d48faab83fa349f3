import { BINS } from "../ballot/rating.ts";
import { outwards, roundShare, shareDecimals } from "../disclosure/rounding.ts";
import { show, tell } from "../disclosure/shown.ts";
import { normalQuantile } from "../statistics/normal.ts";
import type { CountedGroup } from "./counted.ts";
import type { FlagCount } from "./flags-schema.ts";
import { type Limits, reasonsOf, sharesLimit, unless } from "./limits.ts";

/**
 * How many ballots a flag has and which share of the public's, with an interval for the noise in both; `deviation` that in the count.
 * Told from as many ballots as shares take, and as many more as noise may add.
 */
export function flagCount(
  measured: number,
  deviation: number,
  { whole, limits }: { whole: CountedGroup; limits: Limits },
): FlagCount {
  const n = whole.ballots;
  const least = sharesLimit(limits.sharesFrom, deviation ** 2);
  const reason = reasonsOf({ rated: n }, { ...limits, sharesFrom: least }).shares;
  const decimals = shareDecimals(n);
  const share = () => roundShare(Math.min(n, Math.max(0, measured)), n, decimals);
  return {
    ...tell({
      measured: show(measured),
      share: unless(reason, share),
      interval: unless(reason, (): [number, number] => {
        // How many ballots there are is the mean of rows of seven counts.
        const ofAll = (BINS.length * whole.variance) / whole.recommendations.length;
        const ratio = measured / n;
        const wide = (normalQuantile(0.975) * Math.sqrt(deviation ** 2 + ratio ** 2 * ofAll)) / n;
        const ends = [ratio - wide, ratio + wide].map((end) => Math.min(1, Math.max(0, end)));
        const [low, high] = outwards(ends as [number, number], decimals);
        return [Math.min(low, share()), Math.max(high, share())];
      }),
    }),
  };
}
