import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { drawProgramKey, KEY_BYTES, type KeyWanted } from "../../../domain/program/key.ts";
import type { ProgramEndpoint } from "../../../domain/program/endpoint.ts";
import { PROGRAM_API } from "../../../domain/program/endpoints.ts";
import { ROLES } from "../../../domain/organiser/role.ts";
import { createApp } from "../../../functions/app.ts";
import type { App } from "../../../functions/http/environment.ts";
import { revokeKey } from "../../../functions/organiser/program-keys.ts";
import { programKeyHash } from "../../../functions/secrets.ts";
import type { Services } from "../../../functions/services.ts";
import { addConsultation } from "../../../functions/store/consultations.ts";
import { getTeam, teamWrite } from "../../../functions/store/teams.ts";
import { writeAll } from "../../../functions/store/write-all.ts";
import { keyOf } from "../../support/program.ts";
import { signedIn, type SignedInOrganiser } from "../../support/signed-in.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";
import { ROWS } from "./rows.ts";

/* Every endpoint for programs × every role of a key × every way in which somebody should not get through. */

const HERE = KAZAKHSTAN.id;
const ELSEWHERE = "elsewhere";
const DAY = 86_400_000;
const KEY_ROLES = ROLES.filter((role): role is KeyWanted["role"] => role !== "owner");
const ENDPOINTS = Object.entries(PROGRAM_API).map(
  ([name, endpoint]) => [name as keyof typeof PROGRAM_API, endpoint as ProgramEndpoint] as const,
);

let services: Services;
let app: App;
let owner: SignedInOrganiser;
let at = Date.now();
/** One that counts. */
let good: string;
beforeAll(async () => {
  services = { ...(await freshWorld()), now: () => new Date(at) };
  app = createApp(services);
  await addConsultation(services.db, { ...KAZAKHSTAN, id: ELSEWHERE });
  owner = await signedIn(services, "Anna", { [HERE]: "owner", [ELSEWHERE]: "owner" });
  good = await keyOf(services, HERE, owner, { role: "editor", steps: true });
});
// Nobody is refused for too many attempts of others.
beforeEach(() => (at += 60_000));

interface Asking {
  headers?: Record<string, string>;
  query?: string;
  id?: string;
  origin?: string;
}

/** Sends what the row says; the status with the refusal. */
async function ask(name: keyof typeof PROGRAM_API, asking: Asking = {}) {
  at += 3_000;
  const { headers = {}, query = "", id = HERE, origin = "http://localhost" } = asking;
  const { method, path } = PROGRAM_API[name];
  const { body } = ROWS[name];
  const parts: Record<string, string> = { id, hook: "none", part: "1", number: "1" };
  const filled = path.replaceAll(/:(\w+)/g, (_, part: string) => parts[part]!);
  const answer = await app.request(`${origin}${filled}${query}`, {
    method,
    headers: { ...(body !== undefined && { "Content-Type": "application/json" }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  expect([...answer.headers.keys()].filter((one) => one.startsWith("access-control"))).toEqual([]);
  expect(answer.headers.get("Set-Cookie")).toBeNull();
  const isProblem = answer.headers.get("Content-Type") === "application/problem+json";
  const text = await answer.text();
  const schema = (PROGRAM_API[name] as ProgramEndpoint).answers[answer.status as 200];
  if (schema !== undefined) {
    expect(schema.safeParse(JSON.parse(text))).toMatchObject({ success: true });
  }
  return [answer.status, ...(isProblem ? [(JSON.parse(text) as { title: string }).title] : [])];
}

const by = (key: string) => ({ Authorization: `Bearer ${key}` });
const through = (name: keyof typeof PROGRAM_API) => [...ROWS[name].through];

test("there is a row for every endpoint, and no route beside the list", () => {
  expect(Object.keys(ROWS).toSorted()).toEqual(Object.keys(PROGRAM_API).toSorted());
  const listed = ENDPOINTS.map(([, { method, path }]) => `${method} ${path}`);
  const routed = app.routes
    .filter(({ method, path }) => method !== "ALL" && path.startsWith("/api/organise"))
    .map(({ method, path }) => `${method} ${path}`);
  expect([...new Set(routed)].toSorted()).toEqual(listed.toSorted());
});

describe.each(KEY_ROLES)("a key of the role %s", (role) => {
  let key: string;
  let stepping: string;
  beforeAll(async () => {
    key = await keyOf(services, HERE, owner, { role });
    stepping = await keyOf(services, HERE, owner, { role, steps: true });
  });

  test.each(ENDPOINTS)("at %s", async (name) => {
    const { may } = ROWS[name];
    const isAllowed = may !== "steps" && may.includes(role);
    const expected = (allowed: boolean) => (allowed ? through(name) : [403, "key-may-not"]);
    expect(await ask(name, { headers: by(key) })).toEqual(expected(isAllowed));
    // To be given the steps gives nothing else.
    const withSteps = expected(isAllowed || may === "steps");
    expect(await ask(name, { headers: by(stepping) })).toEqual(withSteps);
  });

  test("does no more than its maker may, from the next request on", async () => {
    const former = await signedIn(services, "Former", { [HERE]: "owner" });
    const theirs = await keyOf(services, HERE, former, { role, steps: true });
    const team = await getTeam(services.db, HERE);
    const members = { ...team.members, [former.id]: "viewer" } as const;
    await writeAll(services.db, [teamWrite(services.db, team, members)]);
    const seen: string[] = [];
    for (const [name] of ENDPOINTS) {
      const [status] = await ask(name, { headers: by(theirs) });
      if (status !== 403) seen.push(name);
    }
    const ofViewer = [
      "state",
      "participation",
      "log",
      ...(role === "translator" ? [] : ["logFile"]),
    ];
    expect(seen).toEqual(ofViewer);
  });
});

describe("who does not get through, anywhere", () => {
  const everywhere = async (asking: Asking, expected: (string | number)[]) => {
    for (const [name] of ENDPOINTS)
      expect([name, ...(await ask(name, asking))]).toEqual([name, ...expected]);
  };
  const MISSING = [401, "key-missing"];
  const REFUSED = [401, "key-refused"];

  test("without a key", async () => {
    await everywhere({}, MISSING);
    await everywhere({ headers: { Authorization: "Bearer" } }, MISSING);
  });

  test("with a cookie in place of a key, from our own page and from another site", async () => {
    const { cookie, token } = owner;
    await everywhere({ headers: { Cookie: cookie } }, MISSING);
    await everywhere({ headers: { Cookie: cookie, Origin: "http://localhost" } }, MISSING);
    const evil = { Cookie: cookie, Origin: "https://evil.example", "Sec-Fetch-Site": "cross-site" };
    await everywhere({ headers: evil }, MISSING);
    await everywhere({ headers: { Cookie: cookie, Authorization: `Bearer ${token}` } }, REFUSED);
  });

  test("with a key in another place", async () => {
    const key = good;
    await everywhere({ headers: { Authorization: `Basic ${key}` } }, MISSING);
    await everywhere({ headers: { Authorization: key } }, MISSING);
    await everywhere({ headers: { "X-Api-Key": key } }, MISSING);
    await everywhere({ headers: { Cookie: `key=${key}` } }, MISSING);
  });

  test("with a key in the address, right or wrong, alone or not", async () => {
    const key = good;
    const SAID = [400, "secret-in-address"];
    await everywhere({ query: `?key=${key}` }, SAID);
    await everywhere({ query: "?access_token=x", headers: by(key) }, SAID);
    await everywhere({ query: `?lang=kk&q=${key}`, headers: by(key) }, SAID);
    await everywhere({ id: key, headers: by(key) }, SAID);
  });

  test("with a key that is none, or nobody's", async () => {
    const key = good;
    const drawn = drawProgramKey(services.random(KEY_BYTES));
    const wrong = ["x", key.toLowerCase(), `${key}A`, key.slice(0, -1), `${key.slice(0, -1)}_`];
    for (const one of [...wrong, drawn]) await everywhere({ headers: by(one) }, REFUSED);
  });

  test("with a key whose last day is over", async () => {
    const expires = new Date(at + 2 * DAY).toISOString().slice(0, 10);
    const key = await keyOf(services, HERE, owner, { role: "editor", expires });
    // To the end of that day by the clocks of the consultation, which are five hours ahead.
    at = Date.parse(`${expires}T18:59:50Z`) - 3_000;
    expect(await ask("state", { headers: by(key) })).toEqual([200]);
    at = Date.parse(`${expires}T19:00:00Z`);
    await everywhere({ headers: by(key) }, REFUSED);
  });

  test("with a key that was revoked", async () => {
    const key = await keyOf(services, HERE, owner);
    expect(await ask("state", { headers: by(key) })).toEqual([200]);
    const hash = programKeyHash(services.secret, HERE, key);
    const actor = {
      organiser: { ...owner, passkeys: [], codes: [], epoch: 0 },
      consultation: HERE,
    };
    expect(await revokeKey(services, actor, hash)).toBeUndefined();
    await everywhere({ headers: by(key) }, REFUSED);
  });

  test("with a key of another consultation, or at none", async () => {
    const key = await keyOf(services, ELSEWHERE, owner, { role: "editor" });
    expect(await ask("state", { id: ELSEWHERE, headers: by(key) })).toEqual([200]);
    await everywhere({ headers: by(key) }, REFUSED);
    for (const id of ["nowhere", "__proto__", "constructor"]) {
      await everywhere({ id, headers: by(key) }, REFUSED);
    }
  });

  test("with a key whose maker has left the team", async () => {
    const leaver = await signedIn(services, "Leaver", { [HERE]: "owner" });
    const key = await keyOf(services, HERE, leaver, { role: "editor" });
    expect(await ask("state", { headers: by(key) })).toEqual([200]);
    const team = await getTeam(services.db, HERE);
    const { [leaver.id]: _, ...members } = team.members;
    await writeAll(services.db, [teamWrite(services.db, team, members)]);
    await everywhere({ headers: by(key) }, REFUSED);
  });

  test("over an open network", async () => {
    const headers = by(good);
    await everywhere({ headers, origin: "http://kenes.example" }, [403, "not-secure"]);
    expect(await ask("state", { headers, origin: "https://kenes.example" })).toEqual([200]);
  });
});

test("a flood of wrong keys is slowed down, and keeps no right one out", async () => {
  const wrong = async () =>
    app.request(`http://localhost/api/organise/c/${HERE}`, {
      headers: by(drawProgramKey(services.random(KEY_BYTES))),
    });
  const statuses: number[] = [];
  for (let tries = 0; tries < 40; tries++) statuses.push((await wrong()).status);
  expect(statuses.filter((status) => status === 401)).toHaveLength(30);
  expect(statuses.slice(30)).toEqual(Array.from({ length: 10 }, () => 429));
  expect(Number((await wrong()).headers.get("Retry-After"))).toBeGreaterThan(0);
  expect(await ask("state", { headers: by(good) })).toEqual([200]);
});

test("no key opens the console, and none of it is answered to other sites", async () => {
  const headers = by(good);
  const page = await app.request(`http://localhost/organise/c/${HERE}/keys`, { headers });
  expect([page.status, page.headers.get("Location")]).toEqual([
    303,
    expect.stringContaining("/organise/sign-in"),
  ]);
  const asked = await app.request(`http://localhost/api/organise/c/${HERE}`, {
    method: "OPTIONS",
    headers: {
      Origin: "https://other.example",
      "Access-Control-Request-Method": "GET",
      "Access-Control-Request-Headers": "authorization",
    },
  });
  expect(asked.status).toBe(405);
  expect(asked.headers.get("Access-Control-Allow-Origin")).toBeNull();
});
