import type { DisclosurePolicy } from "../disclosure/policy.ts";
import type { HiddenReason } from "../disclosure/reasons.ts";
import { keepsHidden } from "../disclosure/bounds.ts";
import { type Allowed, allowedDetail } from "../disclosure/detail.ts";
import type { Detail } from "../disclosure/pinning.ts";
import {
  detailDecimals,
  meanDecimals,
  round,
  shownCount,
  shownShare,
} from "../disclosure/rounding.ts";
import { hide, type Shown, show, showOr, tell } from "../disclosure/shown.ts";
import { bandsHold, bandsOf, isFull } from "../disclosure/spread.ts";
import { isNearlyUnanimous } from "../disclosure/unanimity.ts";
import { disagreement } from "../statistics/disagreement.ts";
import { polarisationER } from "../statistics/esteban-ray.ts";
import { mean, total } from "../statistics/histogram.ts";
import { interpolatedMedian } from "../statistics/interpolated-median.ts";
import { meanInterval } from "../statistics/mean-interval.ts";
import { quantile } from "../statistics/quantile.ts";
import { wilsonInterval } from "../statistics/share-interval.ts";
import { highCount, lowCount } from "../statistics/shares.ts";
import { consensusTW } from "../statistics/tastle-wierman.ts";
import { agreementA } from "../statistics/van-der-eijk.ts";
import type { PanelCell } from "../tally/cell.ts";
import { type Counted, type CountedGroup } from "./counted.ts";
import { comparable, ranksByFirst, ranksByMean } from "./ranks.ts";
import type { Figures } from "./schema.ts";

/** Whether figures may be made of these ratings, or why not. The base is kept with and without noise. */
export function hiddenBecause(
  { histogram, rated, exactRated }: Counted,
  { base, hideUnanimous }: DisclosurePolicy,
  scope: "panel" | "segment",
): HiddenReason | undefined {
  if (Math.min(rated, exactRated) < base) return "below-base";
  return isNearlyUnanimous(histogram, hideUnanimous[scope]) ? "gives-away" : undefined;
}

/** The mean and its interval, as far as they may be told; the interval holds the mean as it is shown. */
export function shownMean(
  { histogram, rated }: Counted,
  { mean: told, scatter }: Pick<Detail, "mean" | "scatter">,
) {
  const middle = round(mean(histogram)!, meanDecimals(rated));
  const [low, high] = meanInterval(histogram)!.interval.map((end) =>
    round(end, detailDecimals(rated)),
  ) as [number, number];
  const interval: [number, number] = [Math.min(low, middle), Math.max(high, middle)];
  return {
    mean: told ? show(middle) : hide("gives-away"),
    interval: scatter ? show(interval) : hide("gives-away"),
  };
}

/** The published figures of one panel, one for each recommendation in catalogue order. */
export function panelFigures(
  cell: PanelCell,
  group: CountedGroup,
  policy: DisclosurePolicy,
  { open, noisy }: { open: boolean; noisy: boolean },
): Figures[] {
  const how = comparable(cell.ballots, policy, open);
  const allowed = group.recommendations.map((one) =>
    hiddenBecause(one, policy, "panel") === undefined
      ? allowedDetail(one.histogram, noisy, policy)
      : undefined,
  );
  const shares = group.recommendations.map((one) => shownFirst(one, group, policy));
  const byMean = ranksByMean(
    group,
    cell,
    allowed.map((one) => one?.mean === true),
    how,
  );
  const byFirst = ranksByFirst(
    group,
    cell,
    shares.map((share) => "value" in share),
    how,
  );
  return group.recommendations.map((one, place): Figures => {
    const because = hiddenBecause(one, policy, "panel");
    const noRank = because ?? (allowed[place]?.mean === true ? undefined : "gives-away");
    const share = shares[place]!;
    const chosen = <Value>(shown: Shown<Value>): Shown<Value> =>
      "hidden" in share ? hide(share.hidden) : shown;
    return tell({
      ...shownCounts(one, group.ballots, allowed[place], policy),
      ...shownScores(one, allowed[place], because),
      rank: noRank === undefined ? byMean.ranks[place]! : hide(noRank),
      rankRange: noRank === undefined ? byMean.ranges[place]! : hide(noRank),
      first: share,
      firstRank: chosen(byFirst.ranks[place]!),
      firstRange: chosen(byFirst.ranges[place]!),
    });
  });
}

/** Counts, and everything that is made from them as they are shown. */
function shownCounts(
  one: Counted,
  ballots: number,
  allowed: Allowed | undefined,
  policy: DisclosurePolicy,
) {
  const { histogram, rated, exactRated } = one;
  const based = Math.min(rated, exactRated) >= policy.base;
  const tellable = (counts: readonly number[], told: boolean, otherwise: HiddenReason) =>
    counts.map((count) => {
      if (!based) return hide("below-base");
      return told ? showOr(shownCount(count, policy), "fewer-than-10") : hide(otherwise);
    });
  const counts = tellable(histogram, allowed?.points ?? isFull(histogram, policy), "banded");
  const bands = allowed?.bands ?? bandsHold(histogram, policy);
  // With noise, not the same as `rated`: a share is of the counts that it is a part of.
  const whole = total(histogram);
  const share = (count: number) => {
    const shown = based ? shownShare(count, whole, policy) : hide("below-base");
    // The interval of a share that is only called under 5 % or over 95 % would tell it.
    if ("hidden" in shown) return { share: shown, interval: shown };
    const [part, of] = [shownCount(count, policy)!, shownCount(whole, policy)!];
    const { interval } = wilsonInterval(Math.min(part, of), of)!;
    const ends = interval.map((end) => round(end, 2)) as [number, number];
    return { share: shown, interval: show(ends) };
  };
  const [high, low] = [share(highCount(histogram)), share(lowCount(histogram))];
  return {
    rated: showOr(shownCount(rated, policy), "fewer-than-10"),
    ...shownSilences(one, ballots, policy),
    counts,
    bands: tellable(bandsOf(histogram), bands, "small-group"),
    highShare: high.share,
    highInterval: high.interval,
    lowShare: low.share,
    lowInterval: low.interval,
    spread: shownMeasures(counts),
  };
}

/** No opinion and skipped; both hidden where one of them would follow from the other by subtraction. */
function shownSilences(
  { rated, noOpinion, skipped }: Counted,
  ballots: number,
  policy: DisclosurePolicy,
) {
  const whole = shownCount(ballots, policy);
  const row = [rated, noOpinion, skipped].map((count) => shownCount(count, policy));
  const underTen = Array.from({ length: 10 }, (_, count) => count);
  const safe = whole === null || keepsHidden(whole, row, underTen, policy);
  const silence = (place: 1 | 2) =>
    safe ? showOr(row[place]!, "fewer-than-10") : hide("small-group");
  return { noOpinion: silence(1), skipped: silence(2) };
}

/** Mean, interval and disagreement: made from the ratings themselves, then rounded. */
function shownScores(
  one: Counted,
  allowed: Allowed | undefined,
  because: HiddenReason | undefined,
) {
  if (allowed === undefined) {
    const nothing = hide(because ?? "below-base");
    return { mean: nothing, interval: nothing, disagreement: nothing };
  }
  const index = round(disagreement(one.histogram)!, detailDecimals(one.rated));
  return {
    ...shownMean(one, allowed),
    disagreement: allowed.scatter ? show(index) : hide("gives-away"),
  };
}

/** Further measures of how ratings spread, for analysts; from the counts as everybody sees them. */
function shownMeasures(counts: readonly Shown<number>[]): Shown<NonNullable<Figures["spread"]>> {
  const values = counts.map((count) => ("value" in count ? count.value : null));
  const banded = counts.find((count) => "hidden" in count);
  if (banded !== undefined && "hidden" in banded) return hide(banded.hidden);
  const shown = values as number[];
  return show({
    interpolatedMedian: round(interpolatedMedian(shown)!, 2),
    quartiles: [quantile(shown, 0.25)!, quantile(shown, 0.75)!],
    tastleWierman: round(consensusTW(shown)!, 2),
    vanDerEijk: round(agreementA(shown)!, 2),
    estebanRay: round(polarisationER(shown)!, 2),
  });
}

/** The share of those who chose anything to do first that chose this. */
const shownFirst = (one: Counted, group: CountedGroup, policy: DisclosurePolicy): Shown<number> =>
  group.choosers < policy.base ? hide("below-base") : shownShare(one.first, group.choosers, policy);
