import { setHashText, type SetHash } from "../../../domain/tally/set-hash.ts";
import type { Tally } from "../../../domain/tally/tally.ts";

/** What a plain ADD would leave behind: the stored figures plus what this reader counted. */
export function plainAdd(stored: Tally, now: Tally, before: Tally): Tally {
  const sum = structuredClone(stored);
  for (const panel of ["public", "expert"] as const) {
    const [to, right, wrong] = [sum.cells[panel], now.cells[panel], before.cells[panel]];
    to.ballots += right.ballots - wrong.ballots;
    to.choosers += right.choosers - wrong.choosers;
    for (const name of ["bins", "first"] as const) {
      to[name] = to[name].map((count, at) => count + right[name][at]! - wrong[name][at]!);
    }
  }
  for (const [key, count] of Object.entries(now.segments)) {
    sum.segments[key] = (sum.segments[key] ?? 0) + count - (before.segments[key] ?? 0);
  }
  sum.unreadable += now.unreadable - before.unreadable;
  sum.setHash = added(sum.setHash, now.setHash, before.setHash);
  sum.watermarks = {};
  return sum;
}

function added(sum: SetHash, right: SetHash, wrong: SetHash): SetHash {
  const value = (hash: SetHash) => BigInt(`0x${setHashText(hash)}`);
  const all = BigInt.asUintN(128, value(sum) + value(right) - value(wrong));
  return Uint32Array.from([0, 1, 2, 3], (word) =>
    Number(BigInt.asUintN(32, all >> BigInt(32 * word))),
  );
}
