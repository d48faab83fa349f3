import { mendedCell } from "../../../domain/tally/cell.ts";
import { mendedSetHash } from "../../../domain/tally/set-hash.ts";
import type { Tally } from "../../../domain/tally/tally.ts";

/** What a plain ADD would leave behind: the stored figures plus what this reader counted. */
export function plainAdd(stored: Tally, now: Tally, before: Tally): Tally {
  const sum = structuredClone(stored);
  for (const panel of ["public", "expert"] as const) {
    sum.cells[panel] = mendedCell(sum.cells[panel], now.cells[panel], before.cells[panel]);
  }
  for (const [key, count] of Object.entries(now.segments)) {
    sum.segments[key] = (sum.segments[key] ?? 0) + count - (before.segments[key] ?? 0);
  }
  sum.unreadable += now.unreadable - before.unreadable;
  sum.setHash = mendedSetHash(sum.setHash, now.setHash, before.setHash);
  sum.watermarks = {};
  return sum;
}
