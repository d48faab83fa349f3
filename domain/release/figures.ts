import type { HiddenReason } from "../disclosure/reasons.ts";
import {
  meanDecimals,
  outwards,
  round,
  roundShare,
  shareDecimals,
} from "../disclosure/rounding.ts";
import { hide, type Shown, show, tell } from "../disclosure/shown.ts";
import { SCALE } from "../ballot/rating.ts";
import { disagreement } from "../statistics/disagreement.ts";
import { polarisationER } from "../statistics/esteban-ray.ts";
import { type Histogram, mean } from "../statistics/histogram.ts";
import { interpolatedMedian } from "../statistics/interpolated-median.ts";
import { noisyMeanInterval, noisyShareInterval } from "../statistics/noisy-interval.ts";
import { quantile } from "../statistics/quantile.ts";
import { highCount, lowCount } from "../statistics/shares.ts";
import { consensusTW } from "../statistics/tastle-wierman.ts";
import { agreementA } from "../statistics/van-der-eijk.ts";
import type { Counted, CountedGroup } from "./counted.ts";
import { type Limits, reasonsOf, unless } from "./limits.ts";
import { firstRanks, meanRanks, type ShownRanks } from "./ranks.ts";
import type { Figures, Leaning } from "./schema.ts";

/** The mean of what was said, rounded, and its interval, rounded outwards; the one lies in the other. */
export function meanFigures(
  one: Pick<Counted, "measured" | "histogram" | "rated">,
  variance: number,
  reason: HiddenReason | undefined,
) {
  const decimals = meanDecimals(one.rated);
  const middle = () => round(mean(one.histogram)!, decimals);
  return {
    mean: unless(reason, middle),
    interval: unless(reason, () =>
      around(
        middle(),
        outwards(noisyMeanInterval(pointsOf(one), one.histogram, variance), decimals),
      ),
    ),
  };
}

/** The five points as they were measured. */
const pointsOf = ({ measured }: Pick<Counted, "measured">) => measured.slice(0, SCALE.length);

const around = (value: number, [low, high]: [number, number]): [number, number] => [
  Math.min(value, low),
  Math.max(value, high),
];

/** How many of five points make the high share, and as many the low one. */
const CELLS = { part: 2, of: SCALE.length };

/** The interval of a share of those who rated, in parts of 1. */
const shareInterval = (one: Counted, variance: number, count: (all: Histogram) => number) =>
  noisyShareInterval(count(pointsOf(one)), one.rated, variance, CELLS);

/** The high or the low share with its interval: rounded to what it can tell, the interval outwards. */
export function shareFigures(
  one: Counted,
  variance: number,
  reason: HiddenReason | undefined,
  count: (all: Histogram) => number,
) {
  const decimals = shareDecimals(one.rated);
  const told = () => {
    const interval = shareInterval(one, variance, count);
    const shown = roundShare(count(one.histogram), one.rated, decimals);
    return { share: shown, interval: around(shown, outwards(interval, decimals)) };
  };
  return {
    share: unless(reason, () => told().share),
    interval: unless(reason, () => told().interval),
  };
}

/** Which side more than half are on, as far as chance and noise let that be said. */
function leaningOf(one: Counted, variance: number): Leaning {
  const most = (count: (all: Histogram) => number) => shareInterval(one, variance, count)[0] >= 0.5;
  if (most(highCount)) return "most-high";
  return most(lowCount) ? "most-low" : "unclear";
}

/** The published figures of one panel, one for each recommendation in catalogue order. */
export function panelFigures(group: CountedGroup, limits: Limits): Figures[] {
  const byMean = meanRanks(group, limits);
  const byFirst = firstRanks(group, limits);
  return group.recommendations.map((one, place) =>
    figuresOf(one, group, limits, {
      byMean: at(byMean, place),
      byFirst: at(byFirst, place),
    }),
  );
}

const at = ({ ranks, ranges }: ShownRanks, place: number) => ({
  rank: ranks[place]!,
  range: ranges[place]!,
});

type Ranked = { rank: Shown<number>; range: Shown<[number, number]> };

function figuresOf(
  one: Counted,
  group: CountedGroup,
  limits: Limits,
  { byMean, byFirst }: { byMean: Ranked; byFirst: Ranked },
): Figures {
  const { any, shares } = reasonsOf(one, limits);
  const [high, low] = [highCount, lowCount].map((count) =>
    shareFigures(one, group.variance, shares, count),
  ) as [ReturnType<typeof shareFigures>, ReturnType<typeof shareFigures>];
  const noFirst = reasonsOf({ rated: group.choosers }, limits).shares;
  return {
    measured: one.measured,
    ...tell({
      firstMeasured: show(one.first),
      rated: unless(any, () => one.rated),
      noOpinion: unless(any, () => one.noOpinion),
      skipped: unless(any, () => one.skipped),
      counts: one.histogram.map((count) => unless(shares, () => count)),
      bands: bandsOf(one.histogram).map((count) => unless(any, () => count)),
      leaning: unless(any, () => leaningOf(one, group.variance)),
      ...meanFigures(one, group.variance, any),
      highShare: high.share,
      highInterval: high.interval,
      lowShare: low.share,
      lowInterval: low.interval,
      disagreement: unless(shares, () => round(disagreement(one.histogram)!, 2)),
      spread: unless(shares, () => spreadOf(one.histogram)),
      rank: byMean.rank,
      rankRange: byMean.range,
      first: unless(noFirst, () => firstShare(one, group)),
      firstRank: byFirst.rank,
      firstRange: byFirst.range,
    }),
  };
}

/** Low (1, 2), medium (3) and high (4, 5): the three bands of a histogram of five points. */
const bandsOf = ([one = 0, two = 0, three = 0, four = 0, five = 0]: Histogram): number[] => [
  one + two,
  three,
  four + five,
];

/** The share of those who chose anything to do first that chose this. */
const firstShare = ({ first }: Counted, { choosers }: CountedGroup): number =>
  roundShare(Math.min(choosers, Math.max(0, first)), choosers, shareDecimals(choosers));

/** Further measures of how ratings spread, for analysts. */
const spreadOf = (histogram: Histogram): NonNullable<Figures["spread"]> => ({
  interpolatedMedian: round(interpolatedMedian(histogram)!, 2),
  quartiles: [quantile(histogram, 0.25)!, quantile(histogram, 0.75)!],
  tastleWierman: round(consensusTW(histogram)!, 2),
  vanDerEijk: round(agreementA(histogram)!, 2),
  estebanRay: round(polarisationER(histogram)!, 2),
});

/** The figures of a panel of which nothing is published, not even counts. */
export const noFigures = (because: HiddenReason): Figures => {
  const nothing = hide(because);
  const several = (count: number) => Array.from({ length: count }, () => nothing);
  return {
    measured: [],
    ...tell({
      firstMeasured: nothing,
      rated: nothing,
      noOpinion: nothing,
      skipped: nothing,
      counts: several(SCALE.length),
      bands: several(3),
      leaning: nothing,
      mean: nothing,
      interval: nothing,
      highShare: nothing,
      highInterval: nothing,
      lowShare: nothing,
      lowInterval: nothing,
      disagreement: nothing,
      spread: nothing,
      rank: nothing,
      rankRange: nothing,
      first: nothing,
      firstRank: nothing,
      firstRange: nothing,
    }),
  };
};
