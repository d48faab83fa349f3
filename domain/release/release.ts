import { PANELS, type Panel } from "../ballot/ballot.ts";
import type { Consultation } from "../consultation/definition.ts";
import type { NoiseBytes } from "../disclosure/noise.ts";
import { type DisclosurePolicy, EXACT_PANEL, POLICIES } from "../disclosure/policy.ts";
import { type Due, milestoneDue, type ReleasePlan } from "../disclosure/schedule.ts";
import { type Shown, tell } from "../disclosure/shown.ts";
import type { Cell } from "../tally/cell.ts";
import type { FlagCounts } from "../flags/counts.ts";
import { countingPlan, segmentKey } from "../tally/plan.ts";
import { countedGroup } from "./counted.ts";
import { flagResults, flagRulesOf } from "./flags.ts";
import { type Limits, withNoise } from "./limits.ts";
import { consensuses, gaps, type Side } from "./gaps.ts";
import { noiseOf } from "./noise-of.ts";
import { panelOf, rankedOf } from "./panel-result.ts";
import { type Release, SCALE_CODE } from "./schema.ts";
import { segmentResults } from "./segments.ts";

/** The newest release as it is kept: what was published, and its hash. */
export interface StoredRelease {
  release: Release;
  hash: string;
}

/** Everything that a release is made from. */
export interface ReleaseInput {
  definition: Consultation;
  plan: ReleasePlan;
  due: Due;
  cells: Record<Panel, Cell>;
  /** How many of the public are in each segment, by `segmentKey`. */
  participation: Record<string, number>;
  /** Each segment's counts, at a milestone. */
  segments: Record<string, Cell> | undefined;
  /** What of the public's ballots is counted for flags, at a milestone; only where they have a part of the budget. */
  flags?: FlagCounts | undefined;
  previous: StoredRelease | undefined;
  /** Whether ballots made by a program are among those counted. */
  simulated: boolean;
  at: Date;
  noise: NoiseBytes;
}

/**
 * Which telling of groups a release is to be, of how many: on the days fixed for them, and after
 * closing; in a demonstration with every release. `undefined`: none that is new.
 */
export function milestoneOf(
  { release: { every, groupsAt = [] } }: Pick<Consultation, "release">,
  due: Due,
  previous: Release | undefined,
  at: Date,
): number | undefined {
  if (every === "demonstration") return 1;
  return milestoneDue(groupsAt, due, previous?.rules.milestone.turn ?? 0, at);
}

/**
 * Makes a release. The one function that decides what is ever shown: no page, file or answer has a
 * figure from anywhere else. It publishes counts with noise, and every other figure is made from those
 * alone. Pure: the same input gives the same release, to the byte. The policy is the definition's;
 * tests weaken it to see what that lets out.
 */
export function makeRelease(
  input: ReleaseInput,
  policy: DisclosurePolicy = POLICIES[input.definition.disclosure],
): Release {
  const { definition, plan, due, previous, at } = input;
  const counting = countingPlan(definition);
  const number = (previous?.release.release ?? 0) + 1;
  const isCounted = (input.segments ?? input.flags) !== undefined;
  const told = isCounted ? milestoneOf(definition, due, previous?.release, at) : undefined;
  const milestone = {
    turn: told ?? previous?.release.rules.milestone.turn ?? 0,
    of: (definition.release.groupsAt?.length ?? 0) + 1,
  };
  const noise = noiseOf({
    definition,
    counting,
    plan,
    due,
    milestone: { release: Math.max(1, milestone.turn), of: milestone.of },
    bytes: input.noise,
    policy,
  });
  const isExact = definition.experts === "exact";
  const limits: Limits = { ...policy, because: "below-base" };
  const side = (panel: Panel): Side => {
    const group = countedGroup(input.cells[panel], noise.panel(panel));
    if (panel === "expert" && isExact) {
      return { group, limits: { ...EXACT_PANEL, because: "small-panel" } };
    }
    return { group, limits: withNoise(limits, group) };
  };
  const sides = { public: side("public"), expert: side("expert") };
  const perPanel = <Value>(value: (one: Side) => Value) => ({
    public: value(sides.public),
    expert: value(sides.expert),
  });
  const panels = perPanel(panelOf);
  const { hidden, ...whole } = tell(
    Object.fromEntries(
      PANELS.flatMap((panel) => [
        [`ballots/${panel}`, panels[panel].ballots],
        [`choosers/${panel}`, panels[panel].choosers],
      ]),
    ) as Record<`${"ballots" | "choosers"}/${Panel}`, Shown<number>>,
  );
  const between = gaps(sides.public, sides.expert);
  const agreed = consensuses(sides.expert);
  const participation = Object.fromEntries(
    counting.segments.map((segment, place) => {
      const key = segmentKey(segment);
      return [key, (input.participation[key] ?? 0) + noise.participation[place]!];
    }),
  );
  return {
    consultation: definition.id,
    release: number,
    releasedAt: at.toISOString(),
    previous: previous?.hash ?? null,
    final: due.final,
    simulated: input.simulated,
    method: 2,
    scale: SCALE_CODE,
    rules: {
      disclosure: definition.disclosure,
      base: policy.base,
      sharesFrom: policy.sharesFrom,
      expertsExact: isExact,
      schedule: { ...plan, turn: due.turn },
      milestone,
      protection: noise.protection,
      ...(definition.release.flags !== undefined && {
        flags: flagRulesOf(definition.release.flags),
      }),
      closesAt: definition.closesAt ?? null,
    },
    ballots: { public: whole["ballots/public"], expert: whole["ballots/expert"] },
    choosers: { public: whole["choosers/public"], expert: whole["choosers/expert"] },
    ranked: {
      public: rankedOf(panels.public.figures),
      expert: rankedOf(panels.expert.figures),
    },
    hidden,
    recommendations: definition.recommendations.map(({ code, addressee }, place) => ({
      code,
      addressee,
      panels: { public: panels.public.figures[place]!, expert: panels.expert.figures[place]! },
      ...tell({ gap: between[place]!, consensus: agreed[place]! }),
    })),
    segments: segmentResults({
      plan: counting,
      limits,
      participation,
      counted:
        told === undefined || noise.budget.groups === undefined
          ? undefined
          : { cells: input.segments!, noise: noise.segment },
      // What another method told of groups has no counts from which it could be made again.
      previous: previous?.release.method === 2 ? previous.release.segments : [],
      because: noise.budget.groups === undefined ? "no-budget" : "before-milestone",
      release: number,
    }),
    ...(noise.budget.flags !== undefined && {
      flags: flagResults({
        codes: counting.codes,
        addressees: definition.recommendations.map(({ addressee }) => addressee),
        limits,
        whole: sides.public.group,
        figures: panels.public.figures,
        counted:
          told === undefined || input.flags === undefined
            ? undefined
            : { counts: input.flags, noise: noise.flags() },
        previous: previous?.release.flags,
        release: number,
      }),
    }),
  };
}

/** The bytes that are stored, served and hashed. Nothing else is ever called this release. */
export const releaseText = (release: Release): string => `${JSON.stringify(release)}\n`;
