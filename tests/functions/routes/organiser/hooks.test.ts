import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { MOST_HOOKS } from "../../../../domain/hook/hook.ts";
import { newHook } from "../../../../domain/hook/waiting.ts";
import { ORGANISE } from "../../../../domain/organiser/endpoints.ts";
import { hookSecret } from "../../../../functions/secrets.ts";
import { hookPut, isLive, listHooks } from "../../../../functions/store/hooks.ts";
import { listEntries } from "../../../../functions/store/log.ts";
import { putIf } from "../../../../functions/store/put-if.ts";
import { problemIn } from "../../../support/organiser.ts";
import { freshWorld, KAZAKHSTAN } from "../../../support/world.ts";
import { signedIn } from "../../invitation/console.ts";

const { id } = KAZAKHSTAN;
const ADDRESS = "https://hooks.example.org/T000/password?key=1";

let services: Awaited<ReturnType<typeof freshWorld>>;
let editor: Awaited<ReturnType<typeof signedIn>>;
beforeAll(async () => {
  services = await freshWorld();
  editor = await signedIn(services, "editor");
});

const live = async () => (await listHooks(services.db, id)).filter(isLive);
const add = (address: string) => editor.post(ORGANISE.addHook, { address });
const page = async () => (await editor.get(ORGANISE.hooks)).text();
const acts = async () =>
  (await listEntries(services.db, id)).map(({ action, before, after }) => [
    action,
    before ?? after,
  ]);

beforeEach(async () => {
  for (const stored of await live())
    await putIf(services.db, hookPut(services.db, id, stored, undefined));
});

describe("a webhook", () => {
  test("is added with a secret that is shown once and stored nowhere", async () => {
    const added = await add(ADDRESS);
    expect(added.status).toBe(200);
    expect(added.headers.get("Cache-Control")).toBe("no-store");
    const [stored] = await live();
    const secret = hookSecret(services.secret, id, stored!.hook.id);
    expect(await added.text()).toContain(secret);
    expect(stored!.hook).toMatchObject({ address: ADDRESS, waiting: [], attempts: [] });
    expect(JSON.stringify([await listHooks(services.db, id), await acts()])).not.toContain(
      secret.slice(6, 30),
    );
    const html = await page();
    expect(html).toContain(ADDRESS);
    expect(html).not.toContain(secret.slice(6, 30));
    expect(JSON.stringify(services.logged)).not.toContain("hooks.example");
  });

  test("stands in the log by its host alone, with whatever is done to it", async () => {
    const before = (await acts()).length;
    await add(ADDRESS);
    const [{ hook } = { hook: { id: "" } }] = await live();
    expect((await editor.post(ORGANISE.tryHook, { hook: hook.id })).status).toBe(303);
    expect((await editor.post(ORGANISE.removeHook, { hook: hook.id })).status).toBe(303);
    expect((await acts()).slice(before)).toEqual([
      ["hook-added", { host: "hooks.example.org" }],
      ["hook-tried", { host: "hooks.example.org" }],
      ["hook-removed", { host: "hooks.example.org" }],
    ]);
  });

  test("is tried at the press of a button, once however often it is pressed", async () => {
    await add(ADDRESS);
    const [{ hook } = { hook: { id: "" } }] = await live();
    const tried = await editor.post(ORGANISE.tryHook, { hook: hook.id });
    expect(tried.headers.get("Location")).toContain("done=hook-tried");
    await editor.post(ORGANISE.tryHook, { hook: hook.id });
    expect((await live())[0]!.hook.waiting).toHaveLength(1);
    expect(await page()).toContain("Waiting to be sent: 1");
  });

  test("is removed after a question, and its secret with it", async () => {
    await add(ADDRESS);
    const [{ hook } = { hook: { id: "" } }] = await live();
    const asked = await (await editor.get(ORGANISE.removeHookPage, `&hook=${hook.id}`)).text();
    expect(asked).toContain("This cannot be undone.");
    expect(await live()).toHaveLength(1);
    await editor.post(ORGANISE.removeHook, { hook: hook.id });
    expect(await live()).toEqual([]);
    await add(ADDRESS);
    expect((await live())[0]!.hook.id).not.toBe(hook.id);
  });

  test("that is gone is said to be so, and nothing is done to another", async () => {
    await add(ADDRESS);
    for (const endpoint of [ORGANISE.tryHook, ORGANISE.removeHook]) {
      const refused = await editor.post(endpoint, { hook: "f".repeat(32) });
      expect([refused.status, problemIn(await refused.text())]).toEqual([409, "hook-gone"]);
    }
    expect((await live())[0]!.hook.waiting).toEqual([]);
  });

  test.each([
    "",
    "http://hooks.example.org/",
    "https://127.0.0.1/",
    "https://localhost/",
    "https://user:word@example.org/",
    "https://example.org:8443/",
  ])("is none at %s: what was typed stays, beside what to do", async (address) => {
    const refused = await add(address);
    const html = await refused.text();
    expect([refused.status, problemIn(html)]).toEqual([422, "hook-invalid"]);
    expect(html).toMatch(/<input[^>]*id="address"[^>]*aria-invalid="true"/);
    if (address !== "") expect(html).toContain(`value="${address}"`);
    expect(await live()).toEqual([]);
  });

  test("is one of ten at most, however many are added at once", async () => {
    for (const stored of (await listHooks(services.db, id)).slice(0, MOST_HOOKS - 2)) {
      const hook = newHook(`${stored.place}`.repeat(32), ADDRESS, services.now());
      await putIf(services.db, hookPut(services.db, id, stored, hook));
    }
    const all = await Promise.all([1, 2, 3, 4].map((one) => add(`https://h${one}.example.org/`)));
    expect(all.map(({ status }) => status).toSorted()).toEqual([200, 200, 409, 409]);
    expect(await live()).toHaveLength(MOST_HOOKS);
    const refused = await add(ADDRESS);
    const html = await refused.text();
    expect([refused.status, problemIn(html)]).toEqual([409, "hooks-full"]);
    expect(html).not.toContain('id="address"');
  });
});

describe("the page", () => {
  test("says what there is where there is none", async () => {
    expect(await page()).toContain("There is no webhook yet.");
  });

  test.each([
    ["fine", {}, "The last message arrived 1 March 2026"],
    ["failing", { failingSince: "2026-03-01T10:00:00Z" }, "Nothing has arrived since 1 March 2026"],
    [
      "off",
      { off: { at: "2026-03-06T10:00:00Z", why: "failing" as const } },
      "nothing had arrived for 5 days",
    ],
    ["gone", { off: { at: "2026-03-06T10:00:00Z", why: "gone" as const } }, "gone for good (410)"],
  ])("says how one fares: %s", async (_, more, words) => {
    await add(ADDRESS);
    const [stored] = await live();
    const attempts = [
      { key: "release/3", at: "2026-03-01T12:00:00Z", tries: 2, status: 204 },
      { key: "test/x", at: "2026-03-01T11:00:00Z", tries: 1, status: 302 },
      { key: "response/1", at: "2026-03-01T10:00:00Z", tries: 1, failure: "timeout" as const },
    ];
    await putIf(
      services.db,
      hookPut(services.db, id, stored!, { ...stored!.hook, attempts, ...more }),
    );
    const html = await page();
    expect(html).toContain(words);
    expect(html).toContain("arrived (204)");
    expect(html).toContain("redirects are not followed");
    expect(html).toContain("no answer within 10 seconds");
  });

  test("of a draft says from when there is something, and adds nothing", async () => {
    const draft = await signedIn(await freshWorld({ ...KAZAKHSTAN, id: "another" }), "owner");
    expect((await draft.post(ORGANISE.addHook, { address: ADDRESS })).status).toBe(404);
  });
});
