import type { FlagCounts } from "../flags/counts.ts";
import { excessCopies } from "../flags/clones.ts";
import { FLAGGING } from "../flags/rules.ts";
import { BINS } from "../ballot/rating.ts";
import { meanDecimals, round } from "../disclosure/rounding.ts";
import { hide, show, tell } from "../disclosure/shown.ts";
import { total } from "../statistics/histogram.ts";
import { foldPacked } from "../tally/fold.ts";
import { type CountedGroup, without } from "./counted.ts";
import { panelFigures } from "./figures.ts";
import {
  changeOf,
  clearFrom,
  type Compared,
  differenceOf,
  noDifference,
} from "./flag-difference.ts";
import { flagCount } from "./flag-share.ts";
import {
  type Flag,
  type FlagCount,
  type FlaggedFigures,
  FLAGS,
  type FlagRules,
  type Flags,
} from "./flags-schema.ts";
import { type Limits, reasonsOf, sharesLimit, unless, withNoise } from "./limits.ts";
import { rankedOf } from "./panel-result.ts";
import type { FlagNoise } from "./noise-of.ts";
import type { Figures } from "./schema.ts";

/** What is told of flagged ballots is made from. */
export interface FlagsGiven {
  codes: readonly string[];
  /** To whom each recommendation is addressed. */
  addressees: readonly string[];
  limits: Limits;
  /** The public as this release publishes it, and its figures. */
  whole: CountedGroup;
  figures: readonly Figures[];
  /** What was counted of the ballots at a milestone, and its noise; `undefined` between two. */
  counted: { counts: FlagCounts; noise: FlagNoise } | undefined;
  previous: Flags | undefined;
  release: number;
}

/** The rules as a release says them. */
export const flagRulesOf = (budget: number): FlagRules => ({ budget, ...FLAGGING });

/**
 * Flagged ballots in a release: told at a milestone, and repeated until the next. What may be a copy follows from the counts that
 * this release publishes of the public, never from the ballots; so all that a ballot does to the counts is to
 * add one contribution, or to take one away (docs/decisions/043-flags.md).
 */
export function flagResults(input: FlagsGiven): Flags {
  const { counted, previous, whole, release } = input;
  if (counted === undefined) return previous ?? nothingYet(whole);
  const { noise } = counted;
  const exact = flaggedCounts(counted.counts, input);
  const flagged = input.codes.map((_, place) =>
    BINS.map((_bin, bin) => {
      const at = place * BINS.length + bin;
      return exact.bins[at]! + noise.bins[at]!;
    }),
  );
  const spread = Math.sqrt(BINS.length / input.codes.length);
  const deviation = {
    whole: round(Math.sqrt(whole.variance), 3),
    flagged: noise.deviation,
    ballots: round(spread * noise.deviation, 3),
  };
  const rest = without(whole, { measured: flagged, variance: deviation.flagged ** 2 });
  // A row that noise alone may have lifted over the base says nothing: it takes as many ratings more as it has noise.
  const base = sharesLimit(input.limits.base, rest.variance);
  const limits = withNoise({ ...input.limits, base }, rest);
  const figures = panelFigures(rest, limits);
  const compared = input.codes.flatMap((code, place): Compared[] => {
    const [all, left] = [input.figures[place]!, figures[place]!];
    if (all.rank === null || left.rank === null) return [];
    return [
      {
        code,
        with: { histogram: whole.recommendations[place]!.histogram, rank: all.rank },
        without: {
          histogram: rest.recommendations[place]!.histogram,
          rank: left.rank,
          decimals: meanDecimals(left.rated!),
        },
      },
    ];
  });
  const changes = compared.map((one) => changeOf(one, deviation.flagged ** 2));
  const share = (count: number, of: number) => flagCount(count, of, input);
  return {
    madeIn: release,
    deviation,
    ...tell({
      ballots: unless(reasonsOf({ rated: whole.ballots }, input.limits).any, () => whole.ballots),
    }),
    flagged: share(Math.round(total(flagged.flat()) / flagged.length) + 0, deviation.ballots),
    counts: byFlag((flag, place) => share(exact[flag] + noise.counts[place]!, deviation.flagged)),
    ranked: { with: rankedOf(input.figures), without: rankedOf(figures) },
    recommendations: input.codes.map((code, place): FlaggedFigures => {
      const at = compared.findIndex((one) => one.code === code);
      const change = changes[at];
      const because = figures[place]!.hidden["rank"] ?? input.figures[place]!.hidden["rank"];
      return {
        code,
        whole: whole.recommendations[place]!.measured,
        flagged: flagged[place]!,
        with: picked(input.figures[place]!),
        without: picked(figures[place]!),
        ...tell({
          change:
            change === undefined
              ? hide(because!)
              : show(round(change.by, compared[at]!.without.decimals)),
          clear:
            change === undefined
              ? hide(because!)
              : show(Math.abs(change.by) > clearFrom(compared.length) * change.deviation),
        }),
      };
    }),
    difference: differenceOf(compared, changes),
  };
}

/** The figures that are told with all ballots, and without the flagged ones. */
const OF_A_VIEW = [
  "rated",
  "counts",
  "bands",
  "mean",
  "interval",
  "rank",
  "rankRange",
  "highShare",
  "highInterval",
] as const satisfies (keyof Figures)[];

/** These of a panel's, with the reasons of those that are hidden. */
function picked(figures: Figures): FlaggedFigures["with"] {
  const isOne = (path: string) => (OF_A_VIEW as readonly string[]).includes(path.split("/")[0]!);
  return {
    ...(Object.fromEntries(OF_A_VIEW.map((name) => [name, figures[name]])) as Pick<
      Figures,
      (typeof OF_A_VIEW)[number]
    >),
    hidden: Object.fromEntries(Object.entries(figures.hidden).filter(([path]) => isOne(path))),
  };
}

const byFlag = (value: (flag: Flag, place: number) => FlagCount) =>
  Object.fromEntries(FLAGS.map((flag, place) => [flag, value(flag, place)])) as Flags["counts"];

/** What is flagged, without noise: those of which something was seen, and copies beyond what may be. */
function flaggedCounts(
  { bins, rows, burst, fast, straight }: FlagCounts,
  { whole, addressees }: FlagsGiven,
) {
  const all = bins.slice();
  const published = {
    ballots: whole.ballots,
    histograms: whole.recommendations.map(({ histogram }) => histogram),
    addressees,
  };
  let clones = 0;
  for (const [row, beyond] of excessCopies(rows, published, FLAGGING.clones)) {
    clones += beyond;
    foldPacked(all, row, beyond);
  }
  return { bins: all, burst, fast, clones, straight };
}

/** Before the first telling. */
function nothingYet(whole: CountedGroup): Flags {
  const nothing = hide("before-milestone");
  const none = () => tell({ measured: nothing, share: nothing, interval: nothing });
  return {
    madeIn: null,
    deviation: { whole: round(Math.sqrt(whole.variance), 3), flagged: 0, ballots: 0 },
    ...tell({ ballots: nothing }),
    flagged: none(),
    counts: byFlag(none),
    ranked: { with: 0, without: 0 },
    recommendations: [],
    difference: noDifference("before-milestone"),
  };
}
