import { beforeAll, expect, test } from "vitest";
import { createApp } from "../../../functions/app.ts";
import type { App } from "../../../functions/http/environment.ts";
import { once } from "../../../functions/program/once.ts";
import type { Services } from "../../../functions/services.ts";
import { listGroups } from "../../../functions/store/invitation-groups.ts";
import { listEntries } from "../../../functions/store/log.ts";
import { keyOf, programOf } from "../../support/program.ts";
import { signedIn } from "../../support/signed-in.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";

/* What is asked for again under the same Idempotency-Key. */

const { id } = KAZAKHSTAN;
const BASE = `/api/organise/c/${id}`;
const DAY = 86_400_000;

let services: Services;
let app: App;
let keys: string[];
let at = Date.now();
beforeAll(async () => {
  services = { ...(await freshWorld()), now: () => new Date(at) };
  app = createApp(services);
  const owner = await signedIn(services, "Anna", { [id]: "owner" });
  keys = [await keyOf(services, id, owner), await keyOf(services, id, owner)];
});

const post = async (path: string, body: unknown, name: string, key = keys[0]!) => {
  const headers = { "Idempotency-Key": name };
  const answer = await programOf(app, key)(`${BASE}${path}`, { method: "POST", body, headers });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};
const title = ({ status, body }: Awaited<ReturnType<typeof post>>) => [status, body["title"]];
const channels = async () => {
  const answer = await programOf(app, keys[0])(`${BASE}/channels`);
  return ((await answer.json()) as { channels: unknown[] }).channels.length;
};

test("a repeat gets the same answer, and nothing is done twice", async () => {
  const before = await channels();
  const first = await post("/channels", { label: { en: "Radio" } }, "radio");
  expect(first.status).toBe(201);
  expect(await post("/channels", { label: { en: "Radio" } }, "radio")).toEqual(first);
  expect(await channels()).toBe(before + 1);
});

test("of many at once one does it", async () => {
  const before = await channels();
  const all = await Promise.all(
    Array.from({ length: 8 }, () => post("/channels", { label: { en: "Paper" } }, "paper")),
  );
  const codes = new Set(all.flatMap(({ body }) => body["code"] ?? []));
  expect(codes.size).toBe(1);
  for (const one of all) expect([201, 409]).toContain(one.status);
  expect(await channels()).toBe(before + 1);
});

test("something else under the same name is refused", async () => {
  await post("/channels", { label: { en: "Market" } }, "market");
  const other = await post("/channels", { label: { en: "Square" } }, "market");
  expect(title(other)).toEqual([422, "repeat-differs"]);
});

test("codes are not kept: a repeat is told that they were made", async () => {
  const body = { label: "Hydrologists", count: 2 };
  const first = await post("/invitations", body, "codes");
  expect(first.status).toBe(201);
  expect(title(await post("/invitations", body, "codes"))).toEqual([409, "done-already"]);
  expect(await listGroups(services.db, id)).toHaveLength(1);
});

test("what was refused may be asked for again", async () => {
  expect(title(await post("/channels", { label: {} }, "empty"))).toEqual([422, "channel-invalid"]);
  expect((await post("/channels", { label: { en: "Fair" } }, "empty")).status).toBe(201);
});

test("another key, another place and another day know nothing of it", async () => {
  const ask = (path: string, key?: string) => post(path, { label: { en: "Bus" } }, "bus", key);
  const before = await channels();
  expect((await ask("/channels")).status).toBe(201);
  expect((await ask("/channels", keys[1])).status).toBe(201);
  expect(title(await post("/hooks", { address: "no" }, "bus"))).toEqual([422, "hook-invalid"]);
  at += DAY;
  expect((await ask("/channels")).status).toBe(201);
  expect(await channels()).toBe(before + 3);
});

test("a name that cannot be one is refused, and nothing is done", async () => {
  const before = (await listEntries(services.db, id)).length;
  for (const name of ["", "a b", "x".repeat(201)]) {
    const refused = await post("/channels", { label: { en: "Wall" } }, name);
    expect(title(refused)).toEqual([422, "request-invalid"]);
  }
  expect(await listEntries(services.db, id)).toHaveLength(before);
});

test("what failed half-way is not begun again: the next is told to look", async () => {
  const asked = { name: "half", whose: ["x"], request: "{}", isKept: true };
  let done = 0;
  const failing = async () => {
    done++;
    throw new Error("the line is down");
  };
  await expect(once(services, asked, failing)).rejects.toThrow("the line is down");
  expect(await once(services, asked, failing)).toEqual({ problem: "done-already" });
  expect(done).toBe(1);
});
