import { attempt, type Limit, room } from "../../domain/rate-limit.ts";
import type { Services } from "../services.ts";
import { getDue, moveDue } from "../store/limits.ts";

/**
 * Attempts at codes, over all who try: a limit for each person would let anybody lock a named one out.
 * 80 random bits do not need it; it keeps a flood from costing much.
 */
const ATTEMPTS: Limit = { atOnce: 30, everyMs: 2_000 };

/** Counts an attempt at a kind of code; the seconds to wait when there were too many. */
export async function countAttempt(
  { db, now }: Pick<Services, "db" | "now">,
  which: "recovery" | "link" | "desk" | "key",
): Promise<number | undefined> {
  const what = { kind: "ATTEMPTS", which } as const;
  const at = now().getTime();
  const { everyMs } = ATTEMPTS;
  if (await moveDue(db, what, at, { everyMs, most: room(ATTEMPTS) })) return undefined;
  const outcome = attempt(await getDue(db, what), at, ATTEMPTS);
  return Math.ceil(("waitMs" in outcome ? outcome.waitMs : everyMs) / 1_000);
}
