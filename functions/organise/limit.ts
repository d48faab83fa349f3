import { attempt, type Limit } from "../../domain/rate-limit.ts";
import type { Services } from "../services.ts";
import { getDue, putDue } from "../store/limits.ts";

/**
 * Attempts at codes, over all who try: a limit for each person would let anybody lock a named one out.
 * 80 random bits do not need it; it keeps a flood from costing much.
 */
const ATTEMPTS: Limit = { atOnce: 30, everyMs: 2_000 };

/** How often one attempt tries to be counted when others are at the same moment. */
const TRIES = 5;

/** Counts an attempt at a kind of code; the seconds to wait when there were too many. */
export async function countAttempt(
  { db, now }: Pick<Services, "db" | "now">,
  kind: "recovery" | "link",
): Promise<number | undefined> {
  for (let tries = 0; tries < TRIES; tries++) {
    const read = await getDue(db, kind);
    const outcome = attempt(read, now().getTime(), ATTEMPTS);
    if ("waitMs" in outcome) return Math.ceil(outcome.waitMs / 1000);
    if (await putDue(db, kind, read, outcome.due)) return undefined;
  }
  // So many at one moment that the count cannot keep up.
  return ATTEMPTS.everyMs / 1000;
}
