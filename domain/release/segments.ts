import { complementary } from "../disclosure/complementary.ts";
import { gateOpens } from "../disclosure/gate.ts";
import type { DisclosurePolicy } from "../disclosure/policy.ts";
import type { HiddenReason } from "../disclosure/reasons.ts";
import { shownCount, shownShare } from "../disclosure/rounding.ts";
import { hide, type Shown, show, showOr, tell } from "../disclosure/shown.ts";
import { mean, total } from "../statistics/histogram.ts";
import { ranks } from "../statistics/rank.ts";
import { highCount } from "../statistics/shares.ts";
import { type Cell, emptyCell } from "../tally/cell.ts";
import { type CountingPlan, segmentKey } from "../tally/plan.ts";
import type { Tally } from "../tally/tally.ts";
import { type Counted, type CountedGroup, countedGroup } from "./counted.ts";
import { hiddenBecause, shownMean } from "./figures.ts";
import type { SegmentFigures, SegmentResult } from "./schema.ts";

interface Given {
  plan: CountingPlan;
  tally: Tally;
  policy: DisclosurePolicy;
  minChanged: number;
  /** The segments of the release before, and what they were made from. */
  previous: { segments: readonly SegmentResult[]; basis: Record<string, number[]> };
  release: number;
}

/**
 * The segments of a release. Each is made anew only when enough of its own ballots changed, and is
 * otherwise repeated; which are hidden, small ones and those beside them, is decided afresh.
 */
export function segmentResults(given: Given): {
  segments: SegmentResult[];
  basis: Record<string, number[]>;
} {
  const { plan, tally, policy, previous, minChanged } = given;
  const basis = { ...previous.basis };
  const segments = plan.groupings.flatMap(({ code }) => {
    const own = plan.segments.filter((segment) => segment.question === code);
    const cells = own.map(
      (segment) => tally.segments[segmentKey(segment)] ?? emptyCell(plan.codes.length),
    );
    const isNoisy = ({ ballots }: Cell) => ballots < policy.noiseBelow.segment;
    const groups = cells.map((cell) => countedGroup(cell, isNoisy(cell)));
    const { whole, rows } = hiddenTogether(cells, groups, policy);
    return own.map((segment, place): SegmentResult => {
      const [key, cell] = [segmentKey(segment), cells[place]!];
      const before = previous.segments.find((one) => segmentKey(one) === key);
      const nothing = { ...segment, ...noSegment(plan.codes, "small-group") };
      if (whole.has(place) || leastBallots(cell, groups[place]!) < policy.base) {
        // What was shown of it before stands in releases that nobody can take back; it ends here.
        delete basis[key];
        return nothing;
      }
      const conceal = (row: number) => rows[row]!.has(place);
      if (!gateOpens(cell.changed, basis[key], minChanged)) {
        return before === undefined || before.madeIn === null
          ? nothing
          : { ...before, recommendations: before.recommendations.map(concealed(conceal)) };
      }
      basis[key] = [...cell.changed];
      const figures = segmentFigures(groups[place]!, plan.codes, policy);
      return {
        ...segment,
        ...figures,
        madeIn: given.release,
        recommendations: figures.recommendations.map(concealed(conceal)),
      };
    });
  });
  return { segments, basis };
}

/** The segments of a question, none of them shown. */
export const noSegments = (plan: CountingPlan, because: HiddenReason): SegmentResult[] =>
  plan.segments.map((segment) => ({ ...segment, ...noSegment(plan.codes, because) }));

const noSegment = (codes: readonly string[], because: HiddenReason) => ({
  ...tell({ ballots: hide(because) as Shown<number> }),
  madeIn: null,
  recommendations: codes.map((code) => hiddenRow(code, because)),
});

const hiddenRow = (code: string, because: HiddenReason): SegmentFigures => {
  const nothing = hide(because);
  return {
    code,
    ...tell({
      rated: nothing,
      mean: nothing,
      interval: nothing,
      rank: nothing,
      highShare: nothing,
    }),
  };
};

const concealed =
  (conceal: (row: number) => boolean) =>
  (one: SegmentFigures, row: number): SegmentFigures =>
    conceal(row) ? hiddenRow(one.code, "small-group") : one;

/** Which segments of a grouping are hidden: as a whole, and for each recommendation. */
function hiddenTogether(
  cells: readonly Cell[],
  groups: readonly CountedGroup[],
  policy: DisclosurePolicy,
): { whole: Set<number>; rows: Set<number>[] } {
  const whole = complementary(
    cells.map((cell, place) => leastBallots(cell, groups[place]!)),
    policy,
  );
  const rows = groups[0]!.recommendations.map((_, row) =>
    complementary(
      groups.map(({ recommendations }) => leastRated(recommendations[row]!)),
      policy,
      whole,
    ),
  );
  return { whole, rows };
}

// With and without noise: the moment at which a group appears must not tell how many it had.
const leastBallots = (cell: Cell, group: CountedGroup) => Math.min(cell.ballots, group.ballots);
const leastRated = ({ rated, exactRated }: Counted) => Math.min(rated, exactRated);

function segmentFigures(group: CountedGroup, codes: readonly string[], policy: DisclosurePolicy) {
  const reasons = group.recommendations.map((one) => hiddenBecause(one, policy, "segment"));
  const ranked = ranks(
    group.recommendations.map((one, place) =>
      reasons[place] === undefined ? mean(one.histogram) : null,
    ),
  );
  const recommendations = group.recommendations.map((counted, place) => {
    const { histogram, rated } = counted;
    const because = reasons[place];
    if (because !== undefined) return hiddenRow(codes[place]!, because);
    return {
      code: codes[place]!,
      ...tell({
        rated: showOr(shownCount(rated, policy), "below-base"),
        // Neither points nor bands stand beside it, and under fifty ballots there is noise.
        ...shownMean(counted, { mean: true, scatter: true }),
        rank: show(ranked[place]!),
        highShare: shownShare(highCount(histogram), total(histogram), policy),
      }),
    };
  });
  const shown = showOr(shownCount(group.ballots, policy), "small-group");
  return { ...tell({ ballots: shown }), recommendations };
}
