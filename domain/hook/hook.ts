/**
 * A webhook: an address of an organiser's system that is told of news. What is waiting, how often it was tried
 * and what came of it are data; each change here is decided without a clock or a network of its own.
 */
import type { NewsEvent } from "../news/news.ts";

/** Most webhooks of one consultation. */
export const MOST_HOOKS = 10;

/** Longest address of one, in UTF-16 units. */
export const HOOK_LENGTH = 500;

/** Most events that wait for one hook; the oldest give way. */
const MOST_WAITING = 100;

/** How many of the last attempts are kept. */
const MOST_ATTEMPTS = 10;

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long after each failed attempt the next one is made; after the last of them none is. */
export const PAUSES: readonly number[] = [
  MINUTE,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];

/** A hook at which nothing has arrived for so many days is switched off. */
export const OFF_AFTER_DAYS = 5;

/** No receiver may put off an attempt longer than this. */
const LONGEST_PAUSE = DAY;

/** An event may be registered so long after the moment that it bears: a release of millions is counted for minutes. */
export const LATE = HOUR;

/** Why an attempt came to nothing, where no status did. None of it tells what was answered. */
export const FAILURES = ["address", "name", "connection", "tls", "timeout", "answer"] as const;
export type Failure = (typeof FAILURES)[number];

/** What came of one attempt. */
export type Outcome =
  | {
      /** The status of the answer; of what it says nothing is read. */
      status: number;
      /** For how many ms the receiver asks to be left alone. */
      retryAfter?: number;
    }
  | { failure: Failure };

/** An event, or a test, that is to be delivered. */
export interface Waiting {
  /** The key of the event; of a test, one that no event has. */
  key: string;
  /** When it happened, ISO 8601. */
  at: string;
  /** How many attempts have begun. */
  tries: number;
  /** Before this no attempt is made; ISO 8601. */
  next: string;
}

/** An attempt that was made. */
export type Attempt = { key: string; at: string; tries: number } & (
  | { status: number }
  | { failure: Failure }
);

export interface Hook {
  /** 128 random bits, hexadecimal; its secret is made from it (functions/secrets.ts). */
  id: string;
  address: string;
  addedAt: string;
  /** Nothing that happened before is told; ISO 8601. */
  from: string;
  /** Until when news was looked through, and the keys of what had happened in the hour before. */
  until: string;
  seen: readonly string[];
  waiting: readonly Waiting[];
  /** The newest first. */
  attempts: readonly Attempt[];
  /** Since when nothing has arrived; ISO 8601. */
  failingSince?: string;
  /** It is told nothing but tests: nothing arrived for days, or the receiver said that it is gone for good. */
  off?: { at: string; why: "failing" | "gone" };
}

/** A hook that has just been added. */
export function newHook(id: string, address: string, now: Date): Hook {
  const at = now.toISOString();
  return { id, address, addedAt: at, from: at, until: at, seen: [], waiting: [], attempts: [] };
}

const TEST = "test/";

export const isTest = ({ key }: { key: string }): boolean => key.startsWith(TEST);

/** The hook with a test that waits; one at a time. */
export function withTest(hook: Hook, random: string, now: Date): Hook {
  if (hook.waiting.some(isTest)) return hook;
  const at = now.toISOString();
  const test = { key: TEST + random, at, tries: 0, next: at };
  return { ...hook, waiting: [...hook.waiting, test] };
}

/** From when on news has to be known in order to go on with a hook. */
export const neededSince = ({ until, waiting }: Hook): Date =>
  new Date(
    Math.min(
      Date.parse(until) - LATE,
      ...waiting.filter((one) => !isTest(one)).map(({ at }) => Date.parse(at)),
    ),
  );

/** The hook with everything waiting that happened since it was looked at last; the same one where nothing did. */
export function withNews(hook: Hook, news: readonly NewsEvent[], now: Date): Hook {
  if (hook.off !== undefined) return hook;
  const after = Math.max(Date.parse(hook.from), Date.parse(hook.until) - LATE);
  const seen = new Set(hook.seen);
  const fresh = news.filter(({ key, at }) => Date.parse(at) > after && !seen.has(key));
  if (fresh.length === 0) return hook;
  const next = now.toISOString();
  const added = fresh
    .toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at))
    .map(({ key, at }) => ({ key, at, tries: 0, next }));
  return {
    ...hook,
    until: next,
    seen: news.filter(({ at }) => Date.parse(at) > now.getTime() - LATE).map(({ key }) => key),
    waiting: [...hook.waiting, ...added].slice(-MOST_WAITING),
  };
}

/** What is to be tried now: of what is due, what has waited longest. */
export const dueAt = ({ waiting, off }: Hook, now: Date): Waiting | undefined =>
  waiting
    .filter((one) => off === undefined || isTest(one))
    .find(({ next }) => Date.parse(next) <= now.getTime());

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

const inMs = (now: Date, ms: number): string => new Date(now.getTime() + ms).toISOString();
