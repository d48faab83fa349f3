import { type BallotState, type Digest, foldState, segmentsOf } from "./fold.ts";
import type { Cell } from "./cell.ts";
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
    noteChanges(tally, plan, before, after);
    tally.watermarks[shard] = { sequence };
    fresh += 1;
  }
  return fresh;
}

/** Notes in each group, for each recommendation, that a ballot says something else of it now. */
function noteChanges(
  tally: Tally,
  plan: CountingPlan,
  before: BallotState,
  after: BallotState,
): void {
  const [was, is] = [cellsOf(tally, plan, before), cellsOf(tally, plan, after)];
  for (const cell of new Set([...was, ...is])) {
    const stayed = was.includes(cell) && is.includes(cell);
    plan.codes.forEach((code, place) => {
      if (!stayed || said(before, code, place) !== said(after, code, place)) {
        cell.changed[place]! += 1;
      }
    });
  }
}

/** Every group in which a ballot is counted. */
const cellsOf = (tally: Tally, plan: CountingPlan, state: BallotState): Cell[] =>
  typeof state === "object"
    ? [
        tally.cells[state.content.panel],
        ...segmentsOf(plan, state.content).map((key) => tally.segments[key]!),
      ]
    : [];

/** What a ballot says of one recommendation. */
const said = (state: BallotState, code: string, place: number): string | undefined =>
  typeof state === "object"
    ? `${state.content.ratings[place]}${state.content.first.includes(code)}`
    : undefined;
