import { type Hook, MOST_HOOKS } from "../../domain/hook/hook.ts";
import { newHook } from "../../domain/hook/waiting.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { hookPut } from "../../functions/store/hooks.ts";
import { putIf } from "../../functions/store/put-if.ts";
import { at, type ConsoleState, press } from "./console-state.ts";

const { hooks, removeHookPage } = ORGANISE;

const HOOK = newHook(
  "a".repeat(32),
  "https://hooks.example.org/kenes",
  new Date("2026-03-01T09:00:00Z"),
);
const AT = "2026-03-06T09:30:00Z";

/** One of each: nothing sent, one that is well, one that fails, one that was given up, one that is gone. */
const EACH: Hook[] = [
  { ...HOOK, waiting: [{ key: "test/1", at: AT, tries: 0, next: AT }] },
  {
    ...HOOK,
    // As long as people's systems have them.
    address:
      "https://automation.ministry-of-information.example.org/webhooks/incoming/4f9a2c/kenes?token=0123456789",
    attempts: [{ key: "release/12", at: AT, tries: 1, status: 204 }],
  },
  {
    ...HOOK,
    failingSince: "2026-03-05T09:30:00Z",
    waiting: [{ key: "response/14", at: AT, tries: 4, next: "2026-03-06T14:30:00Z" }],
    attempts: [
      { key: "response/14", at: AT, tries: 4, failure: "address" },
      { key: "response/14", at: AT, tries: 3, failure: "timeout" },
      { key: "response/14", at: AT, tries: 2, status: 302 },
      { key: "response/14", at: AT, tries: 1, status: 500 },
      { key: "test/2", at: AT, tries: 1, status: 204 },
    ],
  },
  { ...HOOK, failingSince: "2026-03-01T09:30:00Z", off: { at: AT, why: "failing" } },
  { ...HOOK, failingSince: "2026-03-01T09:30:00Z", off: { at: AT, why: "gone" } },
];

const withHooks =
  (all: readonly Hook[], path = (id: string) => organisePath(hooks, { id })): ConsoleState["put"] =>
  async (world, id) => {
    await world.add({ id });
    const { db } = world.services;
    for (const [place, hook] of all.entries()) {
      const own = { ...hook, id: `${place}`.repeat(32) };
      await putIf(db, hookPut(db, id, { place, revision: 0, hook: undefined }, own));
    }
    return { path: path(id), who: world.anna };
  };

/** Webhooks, and what has become of them. */
export const HOOK_STATES: ConsoleState[] = [
  {
    name: "webhooks: none, and an address that is none",
    put: at(hooks),
    act: async (page, { hooks }) => {
      await page.locator("#address").fill("http://127.0.0.1/");
      await press(page, hooks.adding.send);
      await page.locator("#address-fault").waitFor();
    },
  },
  {
    name: "webhooks: one of each",
    put: withHooks(EACH),
    act: (page, { hooks }) =>
      page
        .locator("details", { hasText: hooks.attempts.caption })
        .last()
        .locator("summary")
        .click(),
  },
  {
    name: "webhooks: as many as there may be",
    put: withHooks(Array.from({ length: MOST_HOOKS }, () => HOOK)),
  },
  {
    name: "webhooks: the secret of a new one",
    put: at(hooks),
    act: async (page, { hooks }) => {
      await page.locator("#address").fill("https://hooks.example.org/kenes");
      await press(page, hooks.adding.send);
      await page.getByRole("heading", { name: hooks.secret.title, level: 1 }).waitFor();
    },
  },
  {
    name: "webhooks: one is about to be removed",
    put: withHooks(
      [HOOK],
      (id) => `${organisePath(removeHookPage, { id })}?hook=${"0".repeat(32)}`,
    ),
  },
];
