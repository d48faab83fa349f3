import { attempt, type Limit, room } from "../../domain/rate-limit.ts";

/** Reads of the API by one asker: 600 at once, and as many a minute for as long as one likes. */
export const READS: Limit = { atOnce: 600, everyMs: 100 };

/** Most askers of whom anything is remembered; beyond that the one first seen is forgotten. */
const MOST_ASKERS = 20_000;

/** What an asker is told of the limit, and whether this read is too many. */
export interface Allowance {
  headers: Record<string, string>;
  /** After how many seconds the next read is free, where this one is refused. */
  retryAfter?: number;
}

const inSeconds = (ms: number): number => Math.ceil(ms / 1_000);

/** `q` reads in `w` seconds: draft-ietf-httpapi-ratelimit-headers-11, 3. */
const POLICY = `"reads";q=${READS.atOnce};w=${inSeconds(READS.atOnce * READS.everyMs)}`;

/**
 * Counts reads by asker, in the memory of this process alone: one number for each, gone with the process, and no
 * address among it (an asker is a keyed hash of a part of one).
 */
export function readLimit(): (asker: string, now: number) => Allowance {
  const due = new Map<string, number>();
  return (asker, now) => {
    const outcome = attempt(due.get(asker), now, READS);
    const refused = "waitMs" in outcome;
    if (!refused) {
      // Put anew, so that those who ask stand last and those who have gone stand first.
      due.delete(asker);
      due.set(asker, outcome.due);
      forget(due, now);
    }
    const ahead = Math.max(0, (due.get(asker) ?? now) - now);
    const left = Math.max(0, Math.floor((room(READS) - ahead) / READS.everyMs) + 1);
    const headers = {
      "RateLimit-Policy": POLICY,
      RateLimit: `"reads";r=${refused ? 0 : left};t=${inSeconds(ahead)}`,
    };
    return refused ? { headers, retryAfter: inSeconds(outcome.waitMs) } : { headers };
  };
}

/** Forgets whoever has all reads again, and the one first seen while there are too many. */
function forget(due: Map<string, number>, now: number): void {
  for (const [asker, at] of due) {
    if (at > now && due.size <= MOST_ASKERS) return;
    due.delete(asker);
  }
}
