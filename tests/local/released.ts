import type { Consultation } from "../../domain/consultation/definition.ts";
import { type Due, releasePlan } from "../../domain/disclosure/schedule.ts";
import type { Schedule } from "../../domain/disclosure/policy.ts";
import { BINS } from "../../domain/ballot/rating.ts";
import { emptyFlagCounts, type FlagCounts } from "../../domain/flags/counts.ts";
import { makeRelease, milestoneOf, releaseText } from "../../domain/release/release.ts";
import type { Release } from "../../domain/release/schema.ts";
import { type Cell, emptyCell } from "../../domain/tally/cell.ts";
import { foldPacked } from "../../domain/tally/fold.ts";
import { countingPlan, segmentKey } from "../../domain/tally/plan.ts";
import { noiseBytes } from "../../functions/jobs/noise-bytes.ts";
import { sha256 } from "../../functions/secrets.ts";
import { KAZAKHSTAN } from "../support/world.ts";

const START = "2027-01-01T00:00:00.000Z";
const DAY = 86_400_000;

/** How the points are spread among those who answer: skewed, split, flat, nearly all alike. */
const SHAPES = [
  [2, 3, 15, 40, 30, 6, 4],
  [35, 10, 5, 10, 30, 5, 5],
  [18, 18, 18, 18, 18, 5, 5],
  [0, 0, 1, 4, 93, 1, 1],
];

/** What a release is to be made of. */
export interface World {
  /** How many of the public, and how many experts, have answered. */
  ballots: number;
  experts: number;
  every: Schedule;
  /** Which release of the plan; the last is made after closing. */
  turn: number;
  /** How many weeks the consultation is open. */
  weeks: number;
  exact?: boolean;
  disclosure?: Consultation["disclosure"];
  /** How many recommendations; those that are shipped, where it is not said. */
  recommendations?: number;
  /** Percent of the budget for flagged ballots, and every how manieth of the public is one. */
  flags?: number;
  flagged?: number;
  /** The release that it follows. */
  previous?: Release;
  seed: number;
}

/** A release of made-up counts of the shipped consultation, for its real function to make. */
export function released(world: World): Release {
  const { every, exact, disclosure = "standard", previous } = world;
  const { experts: _, ...shipped } = KAZAKHSTAN;
  const closesAt = new Date(Date.parse(START) + world.weeks * 7 * DAY).toISOString();
  const definition: Consultation = {
    ...shipped,
    disclosure,
    closesAt,
    release: { every, ...(world.flags !== undefined && { flags: world.flags }) },
    ...(exact === true && { experts: "exact" }),
    ...(world.recommendations !== undefined && {
      recommendations: Array.from({ length: world.recommendations }, (_, place) => ({
        ...shipped.recommendations[place % shipped.recommendations.length]!,
        code: `R${place + 1}`,
      })),
    }),
  };
  const plan = releasePlan(every, START, closesAt);
  const due: Due = { turn: world.turn, final: world.turn === plan.releases };
  const at = new Date(Date.parse(START) + world.turn * 7 * DAY);
  const counting = countingPlan(definition);
  const chance = chances(world.seed);
  const cell = (ballots: number) => cellOf(ballots, counting.codes.length, chance);
  const shares = counting.segments.map((segment) => [segmentKey(segment), chance() ** 3] as const);
  const members = Object.fromEntries(
    shares.map(([key, share]) => [key, Math.round(world.ballots * share)]),
  );
  const everyone = cell(world.ballots);
  const isTold = milestoneOf(definition, due, previous, at) !== undefined;
  return makeRelease({
    definition,
    plan,
    due,
    cells: { public: everyone, expert: cell(world.experts) },
    participation: members,
    segments: isTold
      ? Object.fromEntries(Object.entries(members).map(([key, count]) => [key, cell(count)]))
      : undefined,
    flags:
      isTold && world.flags !== undefined
        ? flagsOf(everyone, world.flagged ?? 10, counting.codes.length)
        : undefined,
    previous: previous && { release: previous, hash: sha256(releaseText(previous)) },
    simulated: true,
    at,
    noise: noiseBytes(new Uint8Array(32).fill(world.seed), definition.id),
  });
}

/** Flagged ballots that all say 5 of the first half and 1 of the others. */
function flagsOf({ ballots }: Cell, every: number, recommendations: number): FlagCounts {
  const flags = emptyFlagCounts(recommendations);
  flags.burst = Math.floor(ballots / every);
  const half = Math.floor(recommendations / 2);
  const row = "5".repeat(half) + "1".repeat(recommendations - half);
  foldPacked(flags.bins, row, flags.burst);
  return flags;
}

function cellOf(ballots: number, recommendations: number, chance: () => number): Cell {
  const cell = emptyCell(recommendations);
  cell.ballots = ballots;
  for (let place = 0; place < recommendations; place++) {
    const shape = SHAPES[Math.floor(chance() * SHAPES.length)]!;
    // Cut at random around the shape: whole numbers with the sum that every row has.
    const weights = shape.map((share) => share * (0.5 + chance()));
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    let [reached, before] = [0, 0];
    weights.forEach((weight, bin) => {
      reached += weight;
      const upTo = Math.round((ballots * reached) / whole);
      cell.bins[place * BINS.length + bin] = upTo - before;
      before = upTo;
    });
    cell.first[place] = Math.round(ballots * chance() * 0.4);
  }
  cell.choosers = Math.max(0, ...cell.first, Math.round(ballots * 0.7));
  return cell;
}

/** Numbers from 0 to below 1, the same for the same seed (Park and Miller's generator). */
function chances(seed: number): () => number {
  let state = seed + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** A definition with the wording of a made-up release. */
export function definitionOf({ recommendations, rules }: Release): Consultation {
  const { experts: _, ...shipped } = KAZAKHSTAN;
  return {
    ...shipped,
    disclosure: rules.disclosure,
    release: {
      every: rules.schedule.every,
      ...(rules.flags !== undefined && { flags: rules.flags.budget }),
    },
    ...(rules.expertsExact && { experts: "exact" as const }),
    recommendations: recommendations.map(({ code }, place) => ({
      ...shipped.recommendations[place % shipped.recommendations.length]!,
      code,
    })),
  } as Consultation;
}
