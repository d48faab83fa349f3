import fc from "fast-check";
import type { Panel } from "../../domain/ballot/ballot.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import { type DisclosurePolicy, POLICIES } from "../../domain/disclosure/policy.ts";
import { releasePlan } from "../../domain/disclosure/schedule.ts";
import { BINS } from "../../domain/ballot/rating.ts";
import { emptyFlagCounts, type FlagCounts } from "../../domain/flags/counts.ts";
import { type StoredRelease, makeRelease, releaseText } from "../../domain/release/release.ts";
import type { Release } from "../../domain/release/schema.ts";
import { type Cell, emptyCell } from "../../domain/tally/cell.ts";
import { noiseBytes } from "../../functions/jobs/noise-bytes.ts";
import { sha256 } from "../../functions/secrets.ts";
import { definition } from "./consultation/definition.ts";

const RECOMMENDATIONS = 3;
export const START = new Date("2026-11-24T10:00:00.000Z");
const CLOSES = "2026-12-31T18:00:00.000Z";

/** Three recommendations, no groups, a release each week. */
export const catalogue: Consultation = {
  ...definition(),
  recommendations: definition().recommendations.slice(0, RECOMMENDATIONS),
  about: [],
  release: { every: "week" },
  closesAt: CLOSES,
};

/** The policies without noise: what is made of counts alone is seen by itself. */
export const QUIET: DisclosurePolicy = { ...POLICIES.standard, sigma: 0 };
export const QUIET_AT_RISK: DisclosurePolicy = { ...POLICIES["at-risk"], sigma: 0 };

/** A cell in which each row tells how many gave that recommendation each of the seven bins. */
export function cellOf(
  rows: readonly (readonly number[])[],
  { first = [], choosers = 0 }: { first?: readonly number[]; choosers?: number } = {},
): Cell {
  const cell = emptyCell(rows.length);
  rows.forEach((row, index) => cell.bins.set(row, index * BINS.length));
  cell.first.set(first);
  const ballots = Math.max(...rows.map((row) => row.reduce((sum, count) => sum + count, 0)));
  return { ...cell, ballots, choosers };
}

/** The same row for each recommendation. */
export const alike = (...row: number[]): Cell =>
  cellOf(Array.from({ length: RECOMMENDATIONS }, () => row));

export interface Given {
  definition?: Consultation;
  cells?: Partial<Record<Panel, Cell>>;
  participation?: Record<string, number>;
  segments?: Record<string, Cell>;
  flags?: FlagCounts;
  turn?: number;
  final?: boolean;
  previous?: StoredRelease;
  simulated?: boolean;
  at?: Date;
  seed?: number;
  policy?: DisclosurePolicy;
}

/** A release of the small catalogue, or of another definition. */
export function make(given: Given = {}): Release {
  const { definition = catalogue, cells = {}, turn = 1, final = false, at = START } = given;
  const empty = emptyCell(definition.recommendations.length);
  const plan = releasePlan(definition.release.every, START.toISOString(), definition.closesAt);
  return makeRelease(
    {
      definition,
      plan,
      due: { turn, final },
      cells: { public: cells.public ?? empty, expert: cells.expert ?? empty },
      participation: given.participation ?? {},
      segments: given.segments,
      flags: given.flags,
      previous: given.previous,
      simulated: given.simulated ?? false,
      at,
      noise: noiseBytes(new Uint8Array(32).fill(given.seed ?? 1), definition.id),
    },
    given.policy,
  );
}

/** A release as it is kept, for the next to follow. */
export function kept(given: Given = {}): StoredRelease {
  const release = make(given);
  return { release, hash: sha256(releaseText(release)) };
}

/** The figures of the first recommendation. */
export const figuresOf = (release: Release, panel: Panel = "public", place = 0) =>
  release.recommendations[place]!.panels[panel];

const cell = fc
  .record({
    ballots: fc.oneof(fc.nat({ max: 60 }), fc.nat({ max: 3000 })),
    cuts: fc.array(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 }),
      { minLength: RECOMMENDATIONS, maxLength: RECOMMENDATIONS },
    ),
    first: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
      minLength: RECOMMENDATIONS + 1,
      maxLength: RECOMMENDATIONS + 1,
    }),
  })
  .map(({ ballots, cuts, first }) => {
    // Every ballot falls into one of the seven bins of each recommendation.
    const rows = cuts.map((shares) => {
      const sorted = shares.toSorted((a, b) => a - b).map((share) => Math.round(share * ballots));
      return [...sorted, ballots].map((end, index) => end - (sorted[index - 1] ?? 0));
    });
    const [of = 0, ...chosen] = first.map((share) => Math.round(share * ballots));
    return cellOf(rows, { choosers: of, first: chosen.map((one) => Math.min(one, of)) });
  });

/** Whatever ballots could have made of both panels, under either policy, experts exact or not. */
export const anyRelease: fc.Arbitrary<Given> = fc
  .record({
    cells: fc.record({ public: cell, expert: cell }),
    turn: fc.integer({ min: 1, max: 6 }),
    disclosure: fc.constantFrom("standard" as const, "at-risk" as const),
    exact: fc.boolean(),
    every: fc.constantFrom("week" as const, "demonstration" as const),
    seed: fc.nat({ max: 255 }),
    isQuiet: fc.boolean(),
    // Every so manieth of the public is flagged, where anything is told of that.
    flagged: fc.option(fc.integer({ min: 1, max: 20 })),
    final: fc.boolean(),
  })
  .map(({ cells, turn, disclosure, exact, every, seed, isQuiet, flagged, final }) => ({
    cells,
    turn,
    final,
    seed,
    ...(flagged !== null && {
      flags: {
        ...emptyFlagCounts(RECOMMENDATIONS),
        bins: cells.public.bins.map((count) => Math.floor(count / flagged)),
        burst: Math.floor(cells.public.ballots / flagged),
      },
    }),
    definition: {
      ...catalogue,
      disclosure,
      release: { every, ...(flagged !== null && { flags: 10 }) },
      ...(exact && { experts: "exact" as const }),
    },
    ...(isQuiet && { policy: { ...POLICIES[disclosure], sigma: 0 } }),
  }));
