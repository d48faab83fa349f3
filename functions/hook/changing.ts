/** Webhooks added, removed and tried by organisers, each with its entry in the log, or neither. */
import type { Hook } from "../../domain/hook/hook.ts";
import { newHook, withTest } from "../../domain/hook/waiting.ts";
import type { Act } from "../../domain/organiser/acts.ts";
import type { Problem } from "../../domain/problem.ts";
import type { Acting } from "../organiser/acting.ts";
import { record } from "../organiser/log.ts";
import type { Services } from "../services.ts";
import { hookPut, isLive, listHooks, type StoredHook } from "../store/hooks.ts";
import { hostOf, readHookAddress } from "./address.ts";

/** Bytes of a hook's id, and of the name of a test. */
const DRAWN = 16;

/** How often a change is made anew when somebody else stores something at that moment. */
const TRIES = 5;

/** Adds a hook in the first place that is free. */
export async function addHook(
  services: Services,
  actor: Acting,
  typed: string,
): Promise<Problem | { hook: Hook }> {
  const { db, now, random } = services;
  const address = readHookAddress(typed);
  if (address === undefined) return { problem: "hook-invalid" };
  const hook = newHook(Buffer.from(random(DRAWN)).toString("hex"), address, now());
  const act = { action: "hook-added", before: null, after: { host: hostOf(address) } } as const;
  for (let left = TRIES; left > 0; left--) {
    const free = (await listHooks(db, actor.consultation)).find((one) => !isLive(one));
    if (free === undefined) return { problem: "hooks-full" };
    if (await change(services, actor, free, hook, act)) return { hook };
  }
  return { problem: "busy" };
}

/** Removes a hook with everything that waits for it. */
export const removeHook = (
  services: Services,
  actor: Acting,
  id: string,
): Promise<Problem | undefined> =>
  changeHook(services, actor, id, ({ address }) => ({
    hook: undefined,
    act: { action: "hook-removed", before: { host: hostOf(address) }, after: null },
  }));

/** Has the job send a test. */
export const tryHook = (
  services: Services,
  actor: Acting,
  id: string,
): Promise<Problem | undefined> =>
  changeHook(services, actor, id, (hook) => ({
    hook: withTest(hook, Buffer.from(services.random(DRAWN)).toString("hex"), services.now()),
    act: { action: "hook-tried", before: null, after: { host: hostOf(hook.address) } },
  }));

async function changeHook(
  services: Services,
  actor: Acting,
  id: string,
  to: (hook: Hook) => { hook: Hook | undefined; act: Act },
): Promise<Problem | undefined> {
  for (let left = TRIES; left > 0; left--) {
    const all = await listHooks(services.db, actor.consultation);
    const stored = all.filter(isLive).find(({ hook }) => hook.id === id);
    if (stored === undefined) return { problem: "hook-gone" };
    const { hook, act } = to(stored.hook);
    // A test that waits already is no second one.
    if (hook === stored.hook) return undefined;
    if (await change(services, actor, stored, hook, act)) return undefined;
  }
  return { problem: "busy" };
}

/** Stores it together with its entry in the log; false when somebody else has stored something meanwhile. */
async function change(
  services: Services,
  actor: Acting,
  stored: StoredHook,
  hook: Hook | undefined,
  act: Act,
): Promise<boolean> {
  const id = actor.consultation;
  const put = hookPut(services.db, id, stored, hook);
  return (await record(services, id, actor, act, [put])) !== undefined;
}
