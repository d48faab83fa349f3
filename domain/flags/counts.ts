import { BINS, type PackedRatings } from "../ballot/rating.ts";
import { type BallotState, foldPacked } from "../tally/fold.ts";
import { FLAGGING } from "./rules.ts";

/** What a pass over all ballots counts for flags, of the public alone. */
export interface FlagCounts {
  /**
   * Rows of ratings of which nothing was seen, and how many ballots say each; only rows with ratings enough for the rule of
   * clones.
   */
  rows: Map<PackedRatings, number>;
  /** Ballots of which something was seen, by recommendation and bin as in a `Cell`. */
  bins: Int32Array;
  burst: number;
  fast: number;
  straight: number;
}

export const emptyFlagCounts = (recommendations: number): FlagCounts => ({
  rows: new Map(),
  bins: new Int32Array(recommendations * BINS.length),
  burst: 0,
  fast: 0,
  straight: 0,
});

/**
 * Counts a ballot in, as its release counts it: the last one (`final`) by what it says now. One of which something was seen is
 * flagged whatever it says, so it is no copy of anything; any other adds to its own row alone.
 */
export function foldFlags(counts: FlagCounts, state: BallotState, final: boolean): void {
  if (typeof state !== "object") return;
  const isEarlier = !final && state.earlier !== undefined;
  const { panel, ratings } = isEarlier ? state.earlier! : state.content;
  if (panel !== "public") return;
  const seen = (isEarlier ? state.seenEarlier : state.seen) ?? "";
  if (seen.includes("b")) counts.burst += 1;
  if (seen.includes("f")) counts.fast += 1;
  const rated = ratings.replaceAll(/[n-]/g, "");
  if (rated.length >= FLAGGING.straightFrom && rated === rated[0]!.repeat(rated.length)) {
    counts.straight += 1;
  }
  if (seen !== "") foldPacked(counts.bins, ratings, 1);
  else if (rated.length >= FLAGGING.clones.ratedFrom) {
    counts.rows.set(ratings, (counts.rows.get(ratings) ?? 0) + 1);
  }
}
