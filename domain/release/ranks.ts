import { hide, type Shown, show } from "../disclosure/shown.ts";
import { mean } from "../statistics/histogram.ts";
import { meanInterval } from "../statistics/mean-interval.ts";

import { normalTwoSided } from "../statistics/normal.ts";
import { type ComparedPair, rankRanges } from "../statistics/rank-range.ts";
import { ranks } from "../statistics/rank.ts";
import { meanNoise, type MeanWithError, unpairedTest } from "../statistics/unpaired.ts";
import type { CountedGroup } from "./counted.ts";
import { type Limits, reasonsOf } from "./limits.ts";
import type { HiddenReason } from "../disclosure/reasons.ts";

/** Fewest ratings of a recommendation that is compared with others. Source: docs/methods.md. */
export const COMPARED_FROM = 10;

/** A rank and the range that chance and noise leave it, of each recommendation in catalogue order. */
export interface ShownRanks {
  ranks: Shown<number>[];
  ranges: Shown<[number, number]>[];
}

/** What keeps a recommendation out of the ranking; `undefined`: nothing. */
export const unranked = (one: { rated: number }, limits: Limits): HiddenReason | undefined =>
  reasonsOf(one, limits).any ?? (one.rated < COMPARED_FROM ? "too-few-to-compare" : undefined);

/**
 * Ranks by mean among the recommendations that have one, and their ranges, from published counts
 * alone. Equal means share a rank, and a rank always lies in its range: only what has the higher mean
 * can stand significantly above.
 */
export function meanRanks(group: CountedGroup, limits: Limits): ShownRanks {
  const reasons = group.recommendations.map((one) => unranked(one, limits));
  const scores = group.recommendations.map(({ histogram }): MeanWithError => {
    const found = meanInterval(histogram);
    return {
      mean: mean(histogram) ?? 0,
      variance: (found?.sd ?? 0) ** 2,
      df: found?.df ?? 1,
      noise: meanNoise(histogram, group.variance),
    };
  });
  return shownRanks(
    scores.map((one) => one.mean),
    reasons,
    (a, b) => unpairedTest(scores[a]!, scores[b]!),
  );
}

/**
 * Ranks by how many would do it first. Of two counts the difference varies by at most their sum (who
 * chose both takes away from that) and by twice the noise; normal, with a correction for whole numbers.
 */
export function firstRanks(group: CountedGroup, limits: Limits): ShownRanks {
  const reason = reasonsOf({ rated: group.choosers }, limits).shares;
  const counts = group.recommendations.map(({ first }) => Math.max(0, first));
  return shownRanks(
    counts,
    counts.map(() => reason),
    (a, b) => {
      const difference = counts[a]! - counts[b]!;
      const deviation = Math.sqrt(counts[a]! + counts[b]! + 2 * group.firstVariance);
      const z = Math.max(0, Math.abs(difference) - 1) / deviation;
      return { difference, p: deviation === 0 ? 1 : normalTwoSided(z) };
    },
  );
}

/** The rank by mean of each recommendation, without what chance leaves it. */
export const plainRanks = ({ recommendations }: CountedGroup, limits: Limits): Shown<number>[] => {
  const reasons = recommendations.map((one) => unranked(one, limits));
  const found = ranks(
    recommendations.map(({ histogram }, place) =>
      reasons[place] === undefined ? mean(histogram) : null,
    ),
  );
  return found.map((rank, place) => (rank === null ? hide(reasons[place]!) : show(rank)));
};

function shownRanks(
  scores: readonly number[],
  reasons: readonly (HiddenReason | undefined)[],
  compare: (a: number, b: number) => { difference: number; p: number },
): ShownRanks {
  const places = scores.flatMap((_, place) => (reasons[place] === undefined ? [place] : []));
  const found = ranks(places.map((place) => scores[place]!));
  const pairs = places.flatMap((a, x) =>
    places.slice(x + 1).map((b, y): ComparedPair => {
      const { difference, p } = compare(a, b);
      return { a: x, b: x + 1 + y, direction: difference, p };
    }),
  );
  const ranges = rankRanges(places.length, pairs);
  const shown = <Value>(values: readonly Value[]) =>
    scores.map((_, place): Shown<Value> => {
      const reason = reasons[place];
      return reason === undefined ? show(values[places.indexOf(place)]!) : hide(reason);
    });
  return { ranks: shown(found as number[]), ranges: shown(ranges) };
}
