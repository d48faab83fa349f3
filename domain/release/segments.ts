import type { HiddenReason } from "../disclosure/reasons.ts";
import { hide, tell } from "../disclosure/shown.ts";
import { highCount } from "../statistics/shares.ts";
import type { Cell } from "../tally/cell.ts";
import { type CountingPlan, type Segment, segmentKey } from "../tally/plan.ts";
import { countedGroup, type CountedGroup, type GroupNoise } from "./counted.ts";
import { meanFigures, shareFigures } from "./figures.ts";
import { type Limits, reasonsOf, unless, withNoise } from "./limits.ts";
import { plainRanks } from "./ranks.ts";
import type { SegmentFigures, SegmentResult } from "./schema.ts";

/** What the segments of a release are made from. */
export interface SegmentsGiven {
  plan: CountingPlan;
  limits: Limits;
  /** How many took part in each segment, with noise, by `segmentKey`. */
  participation: Record<string, number>;
  /** The ratings of each segment at a milestone with their noise; `undefined` between two. */
  counted: { cells: Record<string, Cell>; noise(segment: Segment): GroupNoise } | undefined;
  /** The segments as they were last told. */
  previous: readonly SegmentResult[];
  /** Why groups are not told where they never were. */
  because: HiddenReason;
  release: number;
}

/** The segments of a release: made at a milestone, and repeated until the next. */
export const segmentResults = (input: SegmentsGiven): SegmentResult[] =>
  input.plan.segments.map((segment): SegmentResult => {
    const key = segmentKey(segment);
    const participation = input.participation[key]!;
    if (input.counted !== undefined) {
      const { cells, noise } = input.counted;
      const group = countedGroup(cells[key]!, noise(segment));
      return { ...segment, participation, ...segmentOf(group, input) };
    }
    const before = input.previous.find((one) => segmentKey(one) === key);
    return before === undefined
      ? { ...segment, participation, ...noSegment(input) }
      : { ...before, participation };
  });

type Told = Omit<SegmentResult, keyof Segment | "participation">;

function segmentOf(group: CountedGroup, input: SegmentsGiven): Told {
  const { plan, release } = input;
  const limits = withNoise(input.limits, group);
  const ranks = plainRanks(group, limits);
  const recommendations = group.recommendations.map((one, place): SegmentFigures => {
    const { any, shares } = reasonsOf(one, limits);
    const high = shareFigures(one, group.variance, shares, highCount);
    return {
      code: plan.codes[place]!,
      measured: one.measured,
      ...tell({
        rated: unless(any, () => one.rated),
        ...meanFigures(one, group.variance, any),
        rank: ranks[place]!,
        highShare: high.share,
        highInterval: high.interval,
      }),
    };
  });
  const { any } = reasonsOf({ rated: group.ballots }, limits);
  return {
    ...tell({ ballots: unless(any, () => group.ballots) }),
    madeIn: release,
    ranked: ranks.filter((rank) => "value" in rank).length,
    recommendations,
  };
}

function noSegment({ plan, because }: SegmentsGiven): Told {
  const nothing = hide(because);
  return {
    ...tell({ ballots: nothing }),
    madeIn: null,
    ranked: 0,
    recommendations: plan.codes.map((code) => ({
      code,
      measured: [],
      ...tell({
        rated: nothing,
        mean: nothing,
        interval: nothing,
        rank: nothing,
        highShare: nothing,
        highInterval: nothing,
      }),
    })),
  };
}
