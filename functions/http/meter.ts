import { attempt, credible, type Limit, room } from "../../domain/rate-limit.ts";
import type { Services } from "../services.ts";

/** Most askers of whom anything is remembered; beyond that the one first seen is forgotten. */
const MOST_ASKERS = 20_000;

/** What came of an attempt: how far ahead of now its asker is, in ms, and how long to wait if it was too early. */
export interface Metered {
  aheadMs: number;
  waitMs?: number;
}

/**
 * Counts attempts by asker, in the memory of this process alone: one number for each, gone with the process, and no
 * address among it (an asker is a keyed hash of a part of one).
 */
export interface Meter {
  /** Counts one attempt, unless it comes too early. */
  count: (asker: string, now: number) => Metered;
  /** What `count` would say, without counting. */
  look: (asker: string, now: number) => Metered;
  /** Of how many askers anything is remembered. */
  size: () => number;
}

/** A meter under the generic cell rate algorithm (domain/rate-limit.ts). */
export function meterOf(limit: Limit, most: number = MOST_ASKERS): Meter {
  const due = new Map<string, number>();
  const dueOf = (asker: string, now: number) => credible(due.get(asker), now, limit);
  const metered = (asker: string, now: number): Metered => {
    const at = dueOf(asker, now);
    const aheadMs = Math.max(0, (at ?? now) - now);
    const outcome = attempt(at, now, limit);
    return "waitMs" in outcome ? { aheadMs, waitMs: outcome.waitMs } : { aheadMs };
  };
  return {
    look: metered,
    size: () => due.size,
    count: (asker, now) => {
      const outcome = attempt(dueOf(asker, now), now, limit);
      if ("due" in outcome) {
        // Put anew, so that those who ask stand last and those who have gone stand first.
        due.delete(asker);
        due.set(asker, outcome.due);
        forget(due, now, most);
        return { aheadMs: outcome.due - now };
      }
      return { aheadMs: due.get(asker)! - now, waitMs: outcome.waitMs };
    },
  };
}

/** How many more an asker may do at once who is that far ahead. */
export const leftOf = ({ aheadMs, waitMs }: Metered, limit: Limit): number =>
  waitMs === undefined ? Math.max(0, Math.floor((room(limit) - aheadMs) / limit.everyMs) + 1) : 0;

/**
 * Whether a meter is full; from half full on by chance, the more probably the fuller. With a fixed threshold, whoever
 * fills it to the brim would see from the next answer whether somebody else behind the same address has been there. For
 * this a refusal has to count as well: one that costs nothing can be tried until it tells.
 */
export function isFullByChance(
  random: Services["random"],
  { aheadMs, waitMs }: Metered,
  limit: Limit,
): boolean {
  if (waitMs !== undefined) return true;
  const chance = Buffer.from(random(4)).readUInt32LE() / 2 ** 32;
  return aheadMs > (room(limit) * (1 + chance)) / 2;
}

/** Forgets whoever has all attempts again, and the one first seen while there are too many. */
function forget(due: Map<string, number>, now: number, most: number): void {
  for (const [asker, at] of due) {
    if (at > now && due.size <= most) return;
    due.delete(asker);
  }
}
