/**
 * Tells webhooks of news: each event at least once, each attempt once however many run at the same time, and
 * after a failure again, later and later. What is waiting stands in the store before anything is sent, and an
 * attempt counts as failed until its end is stored: a run may die at any point.
 */
import { begun, settled } from "../../domain/hook/attempt.ts";
import { dueAt, isTest, neededSince, withNews } from "../../domain/hook/waiting.ts";
import type { Hook, Outcome, Waiting } from "../../domain/hook/hook.ts";
import { messageOf, testMessage } from "../../domain/hook/message.ts";
import { newsOf } from "../../domain/news/news.ts";
import type { NewsEvent } from "../../domain/news/event.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import { deliver, INTERNET, type Outside } from "../hook/deliver.ts";
import { hostOf } from "../hook/address.ts";
import { KENES } from "../organiser/kenes.ts";
import { record } from "../organiser/log.ts";
import { sha256, signedMessage } from "../secrets.ts";
import type { Services } from "../services.ts";
import { hookPut, isLive, listHooks, type LiveHook, type StoredHook } from "../store/hooks.ts";
import { putIf } from "../store/put-if.ts";
import { registeredSince } from "../store/releases.ts";
import { listResponses } from "../store/responses.ts";

/** What the job needs of the world; `origin` is the address under which people find the installation. */
export type HookServices = Pick<Services, "db" | "now" | "random" | "secret"> & { origin: string };

/** Most attempts for one hook in one run: the others get their turn. */
const MOST_AT_ONCE = 5;

/** How often an end is stored anew when an organiser changes the hook at that moment. */
const TRIES = 5;

/** Tells the hooks of one consultation of what there is to tell. A slow receiver holds up none but itself. */
export async function tendHooks(
  services: HookServices,
  consultation: Consultation,
  outOfTime: () => boolean,
  outside: Outside = INTERNET,
): Promise<void> {
  const hooks = (await listHooks(services.db, consultation.id)).filter(isLive);
  if (hooks.length === 0) return;
  const news = await knownNews(services, consultation, hooks);
  const run = { services, consultation, news, outside };
  await Promise.all(hooks.map((held) => tend(run, held, outOfTime)));
}

interface Run {
  services: HookServices;
  consultation: Consultation;
  /** The newest first. */
  news: readonly NewsEvent[];
  outside: Outside;
}

/** Everything that may have to be told: further back than the oldest that waits nobody looks. */
async function knownNews(
  { db, now }: HookServices,
  consultation: Consultation,
  hooks: readonly LiveHook[],
): Promise<NewsEvent[]> {
  const since = new Date(Math.min(...hooks.map(({ hook }) => neededSince(hook).getTime())));
  const releases = (await registeredSince(db, consultation.id, since)).map(
    ({ number, releasedAt, hash, final }) => ({ release: number, releasedAt, hash, final }),
  );
  const entries = await listResponses(db, consultation.id);
  return newsOf({ consultation, releases, entries, now: now() });
}

async function tend(run: Run, read: LiveHook, outOfTime: () => boolean): Promise<void> {
  const { now } = run.services;
  let held: LiveHook | undefined = read;
  const withFresh = withNews(held.hook, run.news, now());
  if (withFresh !== held.hook) held = await replace(run, held, withFresh);
  for (let count = 0; count < MOST_AT_ONCE && held !== undefined && !outOfTime(); count++) {
    const due = dueAt(held.hook, now());
    if (due === undefined) return;
    // Whoever stores that it has begun makes it; another run finds it begun.
    held = await replace(run, held, begun(held.hook, due, now()));
    if (held === undefined) return;
    held = await settle(run, held, due, await attempt(run, held.hook, due));
  }
}

/** Makes one attempt. What is no longer known of is nothing to be told of. */
async function attempt(
  { services, consultation, news, outside }: Run,
  hook: Hook,
  due: Waiting,
): Promise<Outcome | undefined> {
  const { origin, secret, now } = services;
  const event = news.find(({ key }) => key === due.key);
  const at = { origin, host: new URL(origin).hostname };
  const message = isTest(due)
    ? testMessage(at, consultation, due.at)
    : event && messageOf(at, consultation, event);
  if (message === undefined) return undefined;
  const body = JSON.stringify(message);
  // The same at every attempt, so that a receiver can drop what it has; without a full stop.
  const id = `msg_${sha256(["kenes-message/1", consultation.id, hook.id, due.key].join("\0")).slice(0, 32)}`;
  const headers = {
    "Content-Type": "application/json",
    "User-Agent": "Kenes",
    ...signedMessage(secret, consultation.id, hook.id, { id, at: now(), body }),
  };
  return deliver(outside, hook.address, headers, body, now);
}

/** Stores what came of an attempt, beside whatever an organiser has changed meanwhile. */
async function settle(
  run: Run,
  read: LiveHook,
  { key }: Waiting,
  outcome: Outcome | undefined,
): Promise<LiveHook | undefined> {
  const { now, db } = run.services;
  let held: LiveHook | undefined = read;
  for (let left = TRIES; left > 0 && held !== undefined; left--) {
    const { hook }: LiveHook = held;
    const after =
      outcome === undefined
        ? { ...hook, waiting: hook.waiting.filter((one) => one.key !== key) }
        : settled(hook, key, outcome, now());
    const stored = await replace(run, held, after);
    if (stored !== undefined) return stored;
    const again: StoredHook = (await listHooks(db, run.consultation.id))[held.place]!;
    // Removed meanwhile, and perhaps another stands in its place.
    held = isLive(again) && again.hook.id === read.hook.id ? again : undefined;
  }
  return undefined;
}

/** Stores a hook as it is now, with an entry in the log where it was switched off or on; `undefined` when it was changed by somebody else. */
async function replace(
  { services, consultation: { id } }: Run,
  read: LiveHook,
  hook: Hook,
): Promise<LiveHook | undefined> {
  const put = hookPut(services.db, id, read, hook);
  const isOff = hook.off !== undefined;
  const host = hostOf(hook.address);
  const stored =
    isOff === (read.hook.off !== undefined)
      ? await putIf(services.db, put)
      : (await record(
          services,
          id,
          KENES,
          isOff
            ? { action: "hook-off", before: { host }, after: null }
            : { action: "hook-on", before: null, after: { host } },
          [put],
        )) !== undefined;
  return stored ? { ...read, revision: read.revision + 1, hook } : undefined;
}
