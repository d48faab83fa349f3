import { setTimeout as wait } from "node:timers/promises";
import type { Services } from "../services.ts";

/** What the hostings set `newsBy` to: half a second, which hardly anybody notices. */
export const NEWS_BY = 500;

/** The clock, and how long an answer waits for news when there is something to serve meanwhile, in ms. */
type Time = Pick<Services, "now" | "newsBy">;

/**
 * Keeps what was loaded for a while, and loads it at most once at a time. While the store fails or
 * hangs, what was last loaded goes on being served; only the very first load can fail.
 */
export function cached<Value>(
  load: (before: Value | undefined) => Promise<Value>,
  keepFor: number,
  time: Time,
): () => Promise<Value> {
  const { now, newsBy } = time;
  let held: { value: Value; at: number } | undefined;
  let loading: Promise<Value> | undefined;
  const reload = async (at: number): Promise<Value> => {
    const value = await load(held?.value);
    held = { value, at };
    return value;
  };
  return async () => {
    const at = now().getTime();
    // Also by a clock that was ahead when it was loaded, and is set right.
    if (held !== undefined && Math.abs(at - held.at) < keepFor) return held.value;
    loading ??= reload(at).finally(() => {
      loading = undefined;
    });
    if (held === undefined) return loading;
    const { value } = held;
    const late = new AbortController();
    const meanwhile = wait(newsBy, value, { signal: late.signal }).catch(() => value);
    return Promise.race([loading.catch(() => value), meanwhile]).finally(() => late.abort());
  };
}

/** Keeps one value for each known consultation: the callers have made sure that it is one. */
export function cachedFor<Value>(
  load: (consultation: string, before: Value | undefined) => Promise<Value>,
  keepFor: number,
  time: Time,
): (consultation: string) => Promise<Value> {
  const all = new Map<string, () => Promise<Value>>();
  return (consultation) => {
    const get =
      all.get(consultation) ?? cached((before) => load(consultation, before), keepFor, time);
    all.set(consultation, get);
    return get();
  };
}
