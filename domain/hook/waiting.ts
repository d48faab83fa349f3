/** What waits for a webhook: put there, and looked at for what is due. */
import type { NewsEvent } from "../news/event.ts";
import { type Hook, LATE, MOST_WAITING, type Waiting } from "./hook.ts";

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
