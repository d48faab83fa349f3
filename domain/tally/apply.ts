import { type BallotState, type Digest, foldState } from "./fold.ts";
import type { CountingPlan } from "./plan.ts";
import type { Tally } from "./tally.ts";
import { isUncounted } from "./watermark.ts";

/** One change of one ballot, as the stream tells it. */
export interface BallotChange {
  /** The stream's own number of this record, growing within its shard. */
  sequence: string;
  before: BallotState;
  after: BallotState;
}

/**
 * Folds `f(after) − f(before)` of every record that is beyond the shard's watermark, and moves the
 * watermark along. Changes the given tally, which the caller has just loaded; counts and watermark
 * must be saved together, or redelivery counts twice. Returns how many records were new.
 */
export function applyChanges(
  tally: Tally,
  plan: CountingPlan,
  shard: string,
  changes: readonly BallotChange[],
  digest: Digest,
): number {
  let fresh = 0;
  for (const { sequence, before, after } of changes) {
    if (!isUncounted(tally.watermarks, shard, sequence)) continue;
    foldState(tally, plan, before, -1, digest);
    foldState(tally, plan, after, 1, digest);
    tally.watermarks[shard] = { sequence };
    fresh += 1;
  }
  return fresh;
}
