import type { Tally } from "../../domain/tally/tally.ts";

/** What a plain ADD would leave behind: the stored figures plus what this reader counted. */
export function plainAdd(stored: Tally, now: Tally, before: Tally): Tally {
  const sum = structuredClone(stored);
  for (const panel of ["public", "expert"] as const) {
    const [into, a, b] = [sum.cells[panel], now.cells[panel], before.cells[panel]];
    into.ballots += a.ballots - b.ballots;
    into.bins = into.bins.map((count, index) => count + a.bins[index]! - b.bins[index]!);
    into.first = into.first.map((count, index) => count + a.first[index]! - b.first[index]!);
  }
  sum.unreadable += now.unreadable - before.unreadable;
  sum.setHash = BigInt.asUintN(128, sum.setHash + now.setHash - before.setHash);
  sum.watermarks = {};
  return sum;
}
