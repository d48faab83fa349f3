import {
  emptyMilestone,
  foldMilestone,
  foldState,
  type MilestoneCounts,
} from "../../domain/tally/fold.ts";
import type { CountingPlan } from "../../domain/tally/plan.ts";
import { emptyTally, type Tally, tallyDifferences } from "../../domain/tally/tally.ts";
import { sha256Bytes } from "../secrets.ts";
import { BUCKETS, readBallotItem } from "../store/ballot-item.ts";
import { ballotsOfBucket } from "../store/ballots.ts";
import type { Database } from "../store/database.ts";

/** Every ballot counted for a milestone, and once more as the live tally counts it. */
export interface CountedMilestone {
  counts: MilestoneCounts;
  recounted: Tally;
}

/**
 * Counts a milestone from the stored ballots: groups, and in the last one what every ballot says now.
 * Ballots that arrive meanwhile are in it or not, as they would be a moment earlier or later.
 */
export async function countMilestone(
  db: Database,
  consultation: string,
  plan: CountingPlan,
  final: boolean,
): Promise<CountedMilestone> {
  const counts = emptyMilestone(plan);
  const recounted = emptyTally(plan);
  for (const bucket of BUCKETS) {
    for await (const items of ballotsOfBucket(db, consultation, bucket)) {
      for (const item of items) {
        const { state } = readBallotItem(item, plan.codes.length);
        foldMilestone(counts, plan, state, final);
        foldState(recounted, plan, state, 1, sha256Bytes);
      }
    }
  }
  return { counts, recounted };
}

/** In what a tally that has counted everything differs from the ballots; nothing when it is right. */
export const differencesFrom = ({ recounted }: CountedMilestone, tally: Tally): string[] =>
  tallyDifferences(tally, recounted);
