import {
  type BallotContent,
  earlierContent,
  PANELS,
  type Panel,
} from "../../../domain/ballot/ballot.ts";
import { applyChanges } from "../../../domain/tally/apply.ts";
import type { Cell } from "../../../domain/tally/cell.ts";
import {
  type BallotState,
  type CountedBallot,
  emptyMilestone,
  foldMilestone,
  type MilestoneCounts,
} from "../../../domain/tally/fold.ts";
import type { CountingPlan } from "../../../domain/tally/plan.ts";
import { emptyTally } from "../../../domain/tally/tally.ts";
import { sha256Binary } from "../../../functions/secrets.ts";

/** What somebody says from a release on; the first of them counts releases from 1. */
export interface Version extends Partial<Omit<BallotContent, "ratings">> {
  at: number;
  ratings: string;
}

/** One ballot: its versions in order, and the release by which it was withdrawn. */
export interface Person {
  versions: readonly Version[];
  withdrawn?: number | undefined;
}

/** Decides what releases before the last count of a new version: the platform's own rule. */
export type Earlier = typeof earlierContent;

/** What was counted when a release was made. */
export interface Counts {
  cells: Record<Panel, Cell>;
  participation: Record<string, number>;
  /** Each group's ratings, at a milestone. */
  segments: MilestoneCounts["segments"] | undefined;
}

/** How a ballot is stored after each of its versions, as `functions/ballot/ballot-box.ts` stores it. */
function storedVersions({ versions }: Person, id: string, earlier: Earlier): CountedBallot[] {
  const stored: CountedBallot[] = [];
  versions.forEach((version, place) => {
    const { ratings, panel = "public", language = "kk", about = {}, first = [], channel } = version;
    const content: BallotContent = {
      panel,
      language,
      ratings,
      about,
      first,
      positions: [],
      ...(channel !== undefined && { channel }),
    };
    const before = stored.at(-1);
    stored.push({
      id,
      revision: place + 1,
      content,
      earlier: before && earlier(place + 1, panel, before),
    });
  });
  return stored;
}

/**
 * Counts people through the real fold, release after release, as the jobs do: each change once, groups
 * at the releases named, and in the last what every ballot says then.
 */
export function countsOf(
  people: readonly Person[],
  plan: CountingPlan,
  releases: number,
  milestones: readonly number[] = [releases],
  earlier: Earlier = earlierContent,
): Counts[] {
  const tally = emptyTally(plan);
  const stored = people.map((person, place) => storedVersions(person, String(place), earlier));
  const now: BallotState[] = people.map(() => undefined);
  let sequence = 0;
  return Array.from({ length: releases }, (_, index): Counts => {
    const release = index + 1;
    people.forEach((person, place) => {
      const after = stateAt(person, stored[place]!, release);
      if (after === now[place]) return;
      const change = { sequence: String(++sequence), before: now[place], after };
      applyChanges(tally, plan, "shard", [change], sha256Binary);
      now[place] = after;
    });
    const final = release === releases;
    const counted = emptyMilestone(plan);
    if (milestones.includes(release) || final) {
      for (const state of now) foldMilestone(counted, plan, state, final);
    }
    return {
      cells: final
        ? counted.cells
        : (Object.fromEntries(
            PANELS.map((one) => [one, copyOf(tally.cells[one])]),
          ) as Counts["cells"]),
      participation: { ...tally.segments },
      segments: milestones.includes(release) ? counted.segments : undefined,
    };
  });
}

function stateAt(
  { versions, withdrawn }: Person,
  stored: readonly CountedBallot[],
  release: number,
): BallotState {
  if (withdrawn !== undefined && withdrawn <= release) return "withdrawn";
  return stored[versions.filter(({ at }) => at <= release).length - 1];
}

const copyOf = (cell: Cell): Cell => ({
  ...cell,
  bins: cell.bins.slice(),
  first: cell.first.slice(),
});
