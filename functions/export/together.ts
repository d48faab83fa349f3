import { BOUNDS } from "../../domain/bound.ts";
import type { Problem } from "../../domain/problem.ts";
import { attempt, room } from "../../domain/rate-limit.ts";
import type { Services } from "../services.ts";
import { getDue, moveDue } from "../store/limits.ts";

/**
 * Counts an export that is asked for, by whoever of the team and at whichever server: each is a job that reads every ballot,
 * and the memory of one server knows of its own alone.
 */
export async function countExport(
  { db, now }: Pick<Services, "db" | "now">,
  consultation: string,
): Promise<Problem | undefined> {
  const limit = BOUNDS.exports.together;
  const what = { kind: "ASKED", which: consultation } as const;
  const at = now().getTime();
  if (await moveDue(db, what, at, { everyMs: limit.everyMs, most: room(limit) })) return undefined;
  const next = attempt(await getDue(db, what), at, limit);
  const waitMs = "waitMs" in next ? next.waitMs : limit.everyMs;
  return { problem: "too-many", retryAfter: Math.ceil(waitMs / 1_000) };
}
