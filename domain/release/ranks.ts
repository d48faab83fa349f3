import type { DisclosurePolicy } from "../disclosure/policy.ts";
import type { HiddenReason } from "../disclosure/reasons.ts";
import { hide, type Shown, show, showOr } from "../disclosure/shown.ts";
import { type Histogram, mean } from "../statistics/histogram.ts";
import { pairTest, signTest } from "../statistics/pairwise.ts";
import type { PairSums } from "../statistics/pair-sums.ts";
import { ranks } from "../statistics/rank.ts";
import { rankRanges } from "../statistics/rank-range.ts";
import { PAIR_SUMS, type PanelCell, pairPlace } from "../tally/cell.ts";
import type { CountedGroup } from "./counted.ts";

/** A rank and the range that chance leaves it, of each recommendation in catalogue order. */
export interface ShownRanks {
  ranks: Shown<number>[];
  ranges: Shown<[number, number]>[];
}

/** What the pairwise comparison of two recommendations gives: `direction` above 0 puts `a` above `b`. */
interface Compared {
  a: number;
  b: number;
  direction: number;
  p: number;
}

/**
 * Whether comparisons may be shown, or why not. Under `pairwiseFrom` ratings the standard policy
 * shows what the exact sign test gives, which holds for any number.
 */
export function comparable(
  ballots: number,
  policy: DisclosurePolicy,
  open: boolean,
): HiddenReason | "by-means" | "by-signs" {
  if (open && !policy.livePairwise) return "after-close";
  if (ballots >= policy.pairwiseFrom) return "by-means";
  return policy.livePairwise ? "by-signs" : "too-few-to-compare";
}

/** Ranks by mean, and their ranges; `eligible`: those of which a mean is shown. */
export function ranksByMean(
  group: CountedGroup,
  cell: PanelCell,
  eligible: readonly boolean[],
  how: ReturnType<typeof comparable>,
): ShownRanks {
  const histograms = group.recommendations.map((one) => one.histogram);
  const means = histograms.map((one, place) => (eligible[place] ? mean(one) : null));
  return shownRanks(means, how, (a, b) => {
    const sums = pairSums(cell, histograms.length, a, b);
    if (how === "by-means") {
      const { difference, p } = pairTest(exact(cell, a), exact(cell, b), sums);
      return { a, b, direction: difference, p };
    }
    const { p } = signTest(sums.winsA, sums.winsB);
    return { a, b, direction: sums.winsA - sums.winsB, p };
  });
}

/** Ranks by how many would do it first; ranges by the exact sign test on who chose one of two. */
export function ranksByFirst(
  group: CountedGroup,
  cell: PanelCell,
  eligible: readonly boolean[],
  how: ReturnType<typeof comparable>,
): ShownRanks {
  const chosen = group.recommendations.map((one, place) => (eligible[place] ? one.first : null));
  return shownRanks(chosen, how, (a, b) => {
    const both = cell.together[pairPlace(chosen.length, a, b)]!;
    const [winsA, winsB] = [cell.first[a]! - both, cell.first[b]! - both];
    return { a, b, direction: winsA - winsB, p: signTest(winsA, winsB).p };
  });
}

function shownRanks(
  scores: readonly (number | null)[],
  how: ReturnType<typeof comparable>,
  compare: (a: number, b: number) => Compared,
): ShownRanks {
  const ranked = ranks(scores).map((rank) => showOr(rank, "below-base"));
  if (how !== "by-means" && how !== "by-signs") {
    return {
      ranks: ranked,
      ranges: scores.map((score) => hide(score === null ? "below-base" : how)),
    };
  }
  const places = scores.flatMap((score, place) => (score === null ? [] : place));
  const pairs = places.flatMap((a, x) =>
    places.slice(x + 1).map((b, y) => ({ ...compare(a, b), a: x, b: x + 1 + y })),
  );
  const found = rankRanges(places.length, pairs);
  const ranges = scores.map((_, place): Shown<[number, number]> => {
    const range = found[places.indexOf(place)];
    return range === undefined ? hide("below-base") : show(range);
  });
  return { ranks: ranked, ranges };
}

/** The ratings of one recommendation as they were counted: comparisons carry no noise. */
const exact = ({ bins, first }: PanelCell, place: number): Histogram => {
  const stride = bins.length / first.length;
  return [...bins.subarray(place * stride, place * stride + 5)];
};

function pairSums({ pairs }: PanelCell, recommendations: number, a: number, b: number): PairSums {
  const place = pairPlace(recommendations, a, b) * PAIR_SUMS.length;
  return Object.fromEntries(
    PAIR_SUMS.map((name, index) => [name, pairs[place + index]!]),
  ) as unknown as PairSums;
}
