/** One attempt to tell a webhook: begun, and settled by what came of it. */
import {
  DAY,
  type Hook,
  inMs,
  OFF_AFTER_DAYS,
  type Outcome,
  PAUSES,
  type Waiting,
} from "./hook.ts";
import { isTest } from "./waiting.ts";

/** How many of the last attempts are kept. */
const MOST_ATTEMPTS = 10;

/** No receiver may put off an attempt longer than this. */
const LONGEST_PAUSE = DAY;

/**
 * The hook with an attempt begun: it counts as failed until it is settled, so that nobody else makes it
 * meanwhile, and a run that dies leaves nothing undelivered.
 */
export const begun = (hook: Hook, { key, tries }: Waiting, now: Date): Hook => ({
  ...hook,
  waiting: hook.waiting.map((one) =>
    one.key === key
      ? { ...one, tries: tries + 1, next: inMs(now, PAUSES[Math.min(tries, PAUSES.length - 1)]!) }
      : one,
  ),
});

/** Whether a status says that the event has arrived, and that nothing will ever again. */
const isTaken = (status: number): boolean => status >= 200 && status < 300;
const isGone = (status: number): boolean => status === 410;

/** The hook once an attempt has ended; what was removed meanwhile stays so. */
export function settled(hook: Hook, key: string, outcome: Outcome, now: Date): Hook {
  const tried = hook.waiting.find((one) => one.key === key);
  if (tried === undefined) return hook;
  const at = now.toISOString();
  const { failingSince = at, ...rest } = hook;
  const result = "status" in outcome ? { status: outcome.status } : { failure: outcome.failure };
  const attempts = [{ key, at, tries: tried.tries, ...result }, ...hook.attempts];
  const noted = { ...rest, attempts: attempts.slice(0, MOST_ATTEMPTS) };
  const others = hook.waiting.filter((one) => one.key !== key);
  if ("status" in outcome && isTaken(outcome.status)) {
    if (hook.off === undefined) return { ...noted, waiting: others };
    // A test that arrives switches it on again; of what happened meanwhile nothing is told.
    const { off: _, ...on } = noted;
    return { ...on, from: at, until: at, seen: [], waiting: others.filter(isTest) };
  }
  const isGivenUp = isTest(tried) || tried.tries > PAUSES.length;
  const later = isGivenUp ? others : hook.waiting.map((one) => postponed(one, key, outcome, now));
  if (hook.off !== undefined) return { ...noted, failingSince, waiting: later };
  const why =
    "status" in outcome && isGone(outcome.status)
      ? "gone"
      : now.getTime() - Date.parse(failingSince) >= OFF_AFTER_DAYS * DAY
        ? "failing"
        : undefined;
  return why === undefined
    ? { ...noted, failingSince, waiting: later }
    : { ...noted, failingSince, waiting: [], off: { at, why } };
}

/** An attempt that a receiver asked to put off is made no earlier. */
function postponed(one: Waiting, key: string, outcome: Outcome, now: Date): Waiting {
  if (one.key !== key || !("status" in outcome) || outcome.retryAfter === undefined) return one;
  const asked = inMs(now, Math.min(outcome.retryAfter, LONGEST_PAUSE));
  return Date.parse(asked) > Date.parse(one.next) ? { ...one, next: asked } : one;
}
