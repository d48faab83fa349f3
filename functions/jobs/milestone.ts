import type { Consultation } from "../../domain/consultation/definition.ts";
import { budgetOf } from "../../domain/release/budget.ts";
import type { Due } from "../../domain/disclosure/schedule.ts";
import { type StoredRelease, milestoneOf } from "../../domain/release/release.ts";
import {
  emptyMilestone,
  foldMilestone,
  foldState,
  type MilestoneCounts,
} from "../../domain/tally/fold.ts";
import { type CountingPlan, countingPlan } from "../../domain/tally/plan.ts";
import { emptyTally, type Tally, tallyDifferences } from "../../domain/tally/tally.ts";
import { emptyFlagCounts, type FlagCounts, foldFlags } from "../../domain/flags/counts.ts";
import { sha256Binary } from "../secrets.ts";
import { readBallotItem } from "../store/ballot-item.ts";
import { ballotsOf } from "../store/all-ballots.ts";
import { putStop } from "../store/counting.ts";
import type { Database } from "../store/database.ts";
import { loadTally } from "../store/tallies.ts";

/** What a milestone counts of the ballots: panels and groups, and flags where they have a part of the budget. */
export interface CountedAtMilestone extends MilestoneCounts {
  flags: FlagCounts | undefined;
}

/** How many parts of the ballots are read at a time. */
const TOGETHER = 8;

/** How long after closing a difference may still be a withdrawal that is on its way to the tally, in ms. */
const PATIENCE = 10 * 60_000;

/**
 * What a milestone counts from the ballots; `undefined` between two, or where neither groups nor flags are
 * published.
 * The last one is compared with the tally, which by then has counted everything: a difference that
 * stays stops publication.
 */
export async function milestoneCounts(
  db: Database,
  definition: Consultation,
  input: { due: Due; previous: StoredRelease | undefined; tally: Tally; at: Date },
): Promise<CountedAtMilestone | { wait: "still-counting" | "stopped" } | undefined> {
  const { due, previous, tally, at } = input;
  if (milestoneOf(definition, due, previous?.release, at) === undefined) return undefined;
  const budget = budgetOf(definition);
  if (!due.final && budget.groups === undefined && budget.flags === undefined) return undefined;
  const { id, closesAt } = definition;
  const { counts, recounted } = await countBallots(db, id, countingPlan(definition), {
    final: due.final,
    flags: budget.flags !== undefined,
  });
  if (!due.final || tallyDifferences(tally, recounted).length === 0) return counts;
  // Something may have been counted while the ballots were read.
  const now = (await loadTally(db, id))?.tally ?? tally;
  const differences = tallyDifferences(now, recounted);
  if (differences.length === 0) return counts;
  if (at.getTime() - Date.parse(closesAt!) < PATIENCE) return { wait: "still-counting" };
  await putStop(db, id, { reason: "difference", since: at.toISOString(), differences });
  return { wait: "stopped" };
}

/**
 * Counts every stored ballot: panels and groups, in the last milestone by what each ballot says now; and
 * for that one also as the live tally counts. Ballots that arrive meanwhile are in it or not, as they
 * would be a moment earlier or later.
 */
async function countBallots(
  db: Database,
  consultation: string,
  plan: CountingPlan,
  { final, flags }: { final: boolean; flags: boolean },
): Promise<{ counts: CountedAtMilestone; recounted: Tally }> {
  const counts: CountedAtMilestone = {
    ...emptyMilestone(plan),
    flags: flags ? emptyFlagCounts(plan.codes.length) : undefined,
  };
  const recounted = emptyTally(plan);
  for await (const items of ballotsOf(db, consultation, TOGETHER)) {
    for (const item of items) {
      const { state } = readBallotItem(item, plan.codes.length);
      foldMilestone(counts, plan, state, final);
      if (counts.flags !== undefined) foldFlags(counts.flags, state, final);
      if (final) foldState(recounted, plan, state, 1, sha256Binary);
    }
  }
  return { counts, recounted };
}
