import type { Panel } from "../ballot/ballot.ts";
import { type Budget, budgetOf } from "./budget.ts";
import { type NoiseBytes, noiseVariance, tableNoise, type Turn } from "../disclosure/noise.ts";
import { type DisclosurePolicy } from "../disclosure/policy.ts";
import type { Due, ReleasePlan } from "../disclosure/schedule.ts";
import { sensitivity } from "../disclosure/sensitivity.ts";
import { BINS } from "../ballot/rating.ts";
import type { Consultation } from "../consultation/definition.ts";
import { type CountingPlan, type Segment, segmentKey } from "../tally/plan.ts";
import type { GroupNoise } from "./counted.ts";
import { FLAGS } from "./flags-schema.ts";
import type { Protection } from "./schema.ts";

/** The noise of one release, and what it says of it. */
export interface ReleaseNoise {
  /** `undefined` for a panel that is published exactly. */
  panel(panel: Panel): GroupNoise | undefined;
  /** Of a milestone; only asked where groups have a part of the budget. */
  segment(segment: Segment): GroupNoise;
  /** Of how many took part in each segment, in the order of the plan. */
  participation: Int32Array;
  /** Of flagged ballots in one telling; only asked where they have a part of the budget. */
  flags(): FlagNoise;
  protection: Protection;
  budget: Budget;
}

/** The noise of what is told of flagged ballots: by recommendation and bin, then by flag. */
export interface FlagNoise {
  bins: Int32Array;
  counts: Int32Array;
  /** In each of them, to three decimals. */
  deviation: number;
}

/**
 * The squared norm of what one rating may change of all that one telling says of flagged ballots. Which ballots are flagged hangs on
 * all that they say, so one rating can bring a whole ballot into every row of the table, and into every flag
 * (docs/decisions/043-flags.md).
 */
export const flagSensitivity = (recommendations: number): number => recommendations + FLAGS.length;

/** Everything that the noise of a release depends on. */
export interface NoiseGiven {
  definition: Consultation;
  counting: CountingPlan;
  plan: ReleasePlan;
  due: Due;
  /** Which telling of groups this is, of how many. */
  milestone: Turn;
  bytes: NoiseBytes;
  policy: DisclosurePolicy;
}

/** Draws the noise of a release: the same for the same release, whenever it is made again. */
export function noiseOf(input: NoiseGiven): ReleaseNoise {
  const { definition, counting, plan, due, milestone, policy } = input;
  const budget = budgetOf(definition, policy);
  const demonstration = plan.every === "demonstration";
  const isExact = (panel: Panel) => panel === "expert" && definition.experts === "exact";
  // A demonstration has no end to share its budget over: every release has noise of its own.
  const turn: Turn = demonstration
    ? { release: 1, of: 1 }
    : { release: due.turn, of: plan.releases };
  const bytes: NoiseBytes = demonstration
    ? (table, many) => input.bytes(`${table}#${due.turn}`, many)
    : input.bytes;
  const many = counting.codes.length;
  // As it is published: figures are made from this one, so that anybody can make them again.
  const deviation = (sigma: number, when: Turn) =>
    Math.round(Math.sqrt(noiseVariance(sigma, when)) * 1000) / 1000;
  const group = (
    table: string,
    when: Turn,
    deviations: { ratings: number; first?: number },
  ): GroupNoise => ({
    bins: tableNoise(bytes, `ratings/${table}`, many * BINS.length, deviations.ratings, when),
    variance: deviation(deviations.ratings, when) ** 2,
    first:
      deviations.first === undefined
        ? new Int32Array(many + 1)
        : tableNoise(bytes, `first/${table}`, many + 1, deviations.first, when),
    firstVariance: deviations.first === undefined ? 0 : deviation(deviations.first, when) ** 2,
  });
  const perPanel = (sigma: number) => ({
    public: deviation(sigma, turn),
    expert: isExact("expert") ? 0 : deviation(sigma, turn),
  });
  // Each telling has noise of its own, and a part of the budget: a ballot may be flagged in one, and not in the next.
  const flagSigma = (budget.flags ?? 0) * Math.sqrt(flagSensitivity(many) * milestone.of);
  const once: Turn = { release: 1, of: 1 };
  return {
    budget,
    flags: () => {
      const table = `flags/${milestone.release}`;
      const counts = many * BINS.length + FLAGS.length;
      const drawn = tableNoise(bytes, table, counts, flagSigma, once);
      return {
        bins: drawn.subarray(0, many * BINS.length),
        counts: drawn.subarray(many * BINS.length),
        deviation: deviation(flagSigma, once),
      };
    },
    panel: (panel) => (isExact(panel) ? undefined : group(panel, turn, budget)),
    segment: (segment) =>
      group(
        `groups/${segmentKey(segment)}`,
        { ...milestone, moves: "groups" },
        { ratings: budget.groups! },
      ),
    participation: tableNoise(
      bytes,
      "participation",
      counting.segments.length,
      budget.participation,
      turn,
    ),
    protection: {
      sigma: policy.sigma,
      promised: !demonstration,
      sensitivity: Math.round(sensitivity(turn.of) * 1000) / 1000,
      ratings: perPanel(budget.ratings),
      first: perPanel(budget.first),
      groups:
        budget.groups === undefined
          ? null
          : deviation(budget.groups, { ...milestone, moves: "groups" }),
      participation: deviation(budget.participation, turn),
    },
  };
}
