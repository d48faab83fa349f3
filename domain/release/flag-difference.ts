import { hide, show, tell } from "../disclosure/shown.ts";
import { round } from "../disclosure/rounding.ts";
import { SCALE } from "../ballot/rating.ts";
import { type Histogram, mean, total } from "../statistics/histogram.ts";
import type { Flags, Verdict } from "./flags-schema.ts";

/** One recommendation with all ballots and without the flagged ones; compared only where both have a mean. */
export interface Compared {
  code: string;
  with: { histogram: Histogram; rank: number | null };
  without: { histogram: Histogram; rank: number | null; decimals: number };
}

/** How far a mean changes, whether that is more than noise, and which recommendations are told so. */
export interface Change {
  by: number;
  /** The deviation that the noise of the flagged counts alone gives it. */
  deviation: number;
}

/** Chance that noise alone lets anything of a release be called clear. */
const FALSE_ALARM = 0.01;
/** From how much on a clear change of a mean is one on which results depend. */
const MATTERS = 0.1;
const TOP = 5;

/**
 * From how many deviations on something is clear: k means and their k(k − 1)/2 pairs are looked at, and of each a normal number
 * exceeds z with at most e^(−z²/2), so together with FALSE_ALARM at most.
 */
export const clearFrom = (compared: number): number =>
  Math.sqrt(2 * Math.log((compared * (compared + 1)) / 2 / FALSE_ALARM));

/** The change of a mean. Were nothing flagged, it would be Σ (j − m)·noise_j / n: by that its noise is judged. */
export function changeOf({ with: all, without }: Compared, flaggedVariance: number): Change {
  const [middle, n] = [mean(without.histogram)!, total(without.histogram)];
  const weights = SCALE.map((point) => ((point - middle) / n) ** 2);
  return {
    by: middle - mean(all.histogram)!,
    deviation: Math.sqrt(flaggedVariance * total(weights)),
  };
}

/** What changes without flagged ballots, and whether clearly. Nothing compared: all is hidden. */
export function differenceOf(
  compared: readonly Compared[],
  changes: readonly Change[],
): Flags["difference"] {
  if (compared.length === 0) return noDifference("too-few-to-compare");
  const limit = clearFrom(compared.length);
  const means = compared.map((one) => [mean(one.with.histogram)!, mean(one.without.histogram)!]);
  const moved = compared.filter((_, a) =>
    compared.some((_other, b) => {
      const [before, after] = [0, 1].map((side) => means[a]![side]! - means[b]![side]!) as [
        number,
        number,
      ];
      const noise = Math.hypot(changes[a]!.deviation, changes[b]!.deviation);
      return before * after < 0 && Math.abs(after - before) > limit * noise;
    }),
  );
  const depends = changes.some(
    ({ by, deviation }) => Math.abs(by) > limit * deviation && Math.abs(by) > MATTERS,
  );
  const verdict: Verdict =
    depends || moved.length > 0 ? "depends-on-flagged" : "no-clear-difference";
  const sizes = changes.map(({ by }) => Math.abs(by));
  const most = sizes.indexOf(Math.max(...sizes));
  const isTop = ({ rank }: { rank: number | null }) => rank !== null && rank <= TOP;
  const codes = (of: readonly Compared[]) => of.map(({ code }) => code);
  return {
    ...tell({
      verdict: show(verdict),
      ranksChanged: show(compared.filter((one) => one.with.rank !== one.without.rank).length),
      greatest: show({
        code: compared[most]!.code,
        change: round(changes[most]!.by, compared[most]!.without.decimals),
      }),
    }),
    moved: codes(moved),
    intoTopFive: codes(compared.filter((one) => isTop(one.without) && !isTop(one.with))),
    outOfTopFive: codes(compared.filter((one) => isTop(one.with) && !isTop(one.without))),
  };
}

/** Where there is nothing to compare. */
export const noDifference = (
  because: "too-few-to-compare" | "before-milestone",
): Flags["difference"] => ({
  ...tell({ verdict: hide(because), ranksChanged: hide(because), greatest: hide(because) }),
  moved: [],
  intoTopFive: [],
  outOfTopFive: [],
});
