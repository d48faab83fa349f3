import { attempt, credible, type Limit, room } from "../../domain/rate-limit.ts";
import type { Problem } from "../../domain/problem.ts";
import type { Services } from "../services.ts";
import { getDue, moveDue } from "../store/limits.ts";

type World = Pick<Services, "db" | "now">;

/** Wrong invitation codes, for each consultation as a whole: sixty at once, then one a second. */
const WRONG_CODES: Limit = { atOnce: 60, everyMs: 1_000 };

/** Twice as many that came at once count; those beyond do not, so that a block ends in a minute. */
const MOST_COUNTED: Limit = { ...WRONG_CODES, atOnce: 2 * WRONG_CODES.atOnce };

const wrongCodesOf = (consultation: string) =>
  ({ kind: "WRONG-CODES", which: consultation }) as const;

/** Refuses while too many wrong codes have come in: no code is tried, so a guess tells nothing. */
export async function tooManyWrongCodes(
  { db, now }: World,
  consultation: string,
): Promise<Problem | undefined> {
  const due = await getDue(db, wrongCodesOf(consultation));
  const at = now().getTime();
  const next = attempt(credible(due, at, MOST_COUNTED), at, WRONG_CODES);
  return "waitMs" in next
    ? { problem: "too-many", retryAfter: Math.ceil(next.waitMs / 1_000) }
    : undefined;
}

/** Notes a wrong code. */
export async function noteWrongCode({ db, now }: World, consultation: string): Promise<void> {
  const { everyMs } = MOST_COUNTED;
  const most = room(MOST_COUNTED);
  await moveDue(db, wrongCodesOf(consultation), now().getTime(), { everyMs, most });
}
