import { describe, expect, test } from "vitest";
import { drawProgramKey, KEY_BYTES } from "../../../domain/program/key.ts";
import { revokeKey } from "../../../functions/organiser/program-keys.ts";
import { programKeyHash } from "../../../functions/secrets.ts";
import { getTeam, teamWrite } from "../../../functions/store/teams.ts";
import { writeAll } from "../../../functions/store/write-all.ts";
import { keyOf } from "../../support/program.ts";
import { signedIn } from "../../support/signed-in.ts";
import { type Asking, by, ELSEWHERE, ENDPOINTS, HERE, useGate } from "./gate.ts";

/* Every endpoint for programs × every way in which somebody should not get through. */

const gate = useGate();
const DAY = 86_400_000;

describe("who does not get through, anywhere", () => {
  const everywhere = async (asking: Asking, expected: (string | number)[]) => {
    for (const [name] of ENDPOINTS)
      expect([name, ...(await gate.ask(name, asking))]).toEqual([name, ...expected]);
  };
  const MISSING = [401, "key-missing"];
  const REFUSED = [401, "key-refused"];

  test("without a key", async () => {
    await everywhere({}, MISSING);
    await everywhere({ headers: { Authorization: "Bearer" } }, MISSING);
  });

  test("with a cookie in place of a key, from our own page and from another site", async () => {
    const { cookie, token } = gate.owner;
    await everywhere({ headers: { Cookie: cookie } }, MISSING);
    await everywhere({ headers: { Cookie: cookie, Origin: "http://localhost" } }, MISSING);
    const evil = { Cookie: cookie, Origin: "https://evil.example", "Sec-Fetch-Site": "cross-site" };
    await everywhere({ headers: evil }, MISSING);
    await everywhere({ headers: { Cookie: cookie, Authorization: `Bearer ${token}` } }, REFUSED);
  });

  test("with a key in another place", async () => {
    const key = gate.good;
    await everywhere({ headers: { Authorization: `Basic ${key}` } }, MISSING);
    await everywhere({ headers: { Authorization: key } }, MISSING);
    await everywhere({ headers: { "X-Api-Key": key } }, MISSING);
    await everywhere({ headers: { Cookie: `key=${key}` } }, MISSING);
  });

  test("with a key in the address, right or wrong, alone or not", async () => {
    const key = gate.good;
    const SAID = [400, "secret-in-address"];
    await everywhere({ query: `?key=${key}` }, SAID);
    await everywhere({ query: "?access_token=x", headers: by(key) }, SAID);
    await everywhere({ query: `?lang=kk&q=${key}`, headers: by(key) }, SAID);
    await everywhere({ id: key, headers: by(key) }, SAID);
  });

  test("with a key that is none, or nobody's", async () => {
    const key = gate.good;
    const drawn = drawProgramKey(gate.services.random(KEY_BYTES));
    const wrong = ["x", key.toLowerCase(), `${key}A`, key.slice(0, -1), `${key.slice(0, -1)}_`];
    for (const one of [...wrong, drawn]) await everywhere({ headers: by(one) }, REFUSED);
  });

  test("with a key whose last day is over", async () => {
    const expires = new Date(gate.at + 2 * DAY).toISOString().slice(0, 10);
    const key = await keyOf(gate.services, HERE, gate.owner, { role: "editor", expires });
    // To the end of that day by the clocks of the consultation, which are five hours ahead.
    gate.at = Date.parse(`${expires}T18:59:50Z`) - 3_000;
    expect(await gate.ask("state", { headers: by(key) })).toEqual([200]);
    gate.at = Date.parse(`${expires}T19:00:00Z`);
    await everywhere({ headers: by(key) }, REFUSED);
  });

  test("with a key that was revoked", async () => {
    const key = await keyOf(gate.services, HERE, gate.owner);
    expect(await gate.ask("state", { headers: by(key) })).toEqual([200]);
    const hash = programKeyHash(gate.services.secret, HERE, key);
    const actor = {
      organiser: { ...gate.owner, passkeys: [], codes: [], epoch: 0 },
      consultation: HERE,
    };
    expect(await revokeKey(gate.services, actor, hash)).toBeUndefined();
    await everywhere({ headers: by(key) }, REFUSED);
  });

  test("with a key of another consultation, or at none", async () => {
    const key = await keyOf(gate.services, ELSEWHERE, gate.owner, { role: "editor" });
    expect(await gate.ask("state", { id: ELSEWHERE, headers: by(key) })).toEqual([200]);
    await everywhere({ headers: by(key) }, REFUSED);
    for (const id of ["nowhere", "__proto__", "constructor"]) {
      await everywhere({ id, headers: by(key) }, REFUSED);
    }
  });

  test("with a key whose maker has left the team", async () => {
    const leaver = await signedIn(gate.services, "Leaver", { [HERE]: "owner" });
    const key = await keyOf(gate.services, HERE, leaver, { role: "editor" });
    expect(await gate.ask("state", { headers: by(key) })).toEqual([200]);
    const team = await getTeam(gate.services.db, HERE);
    const { [leaver.id]: _, ...members } = team.members;
    await writeAll(gate.services.db, [teamWrite(gate.services.db, team, members)]);
    await everywhere({ headers: by(key) }, REFUSED);
  });

  test("over an open network", async () => {
    const headers = by(gate.good);
    await everywhere({ headers, origin: "http://kenes.example" }, [403, "not-secure"]);
    expect(await gate.ask("state", { headers, origin: "https://kenes.example" })).toEqual([200]);
  });
});

test("a flood of wrong keys is slowed down, and keeps no right one out", async () => {
  const wrong = async () =>
    gate.app.request(`http://localhost/api/organise/c/${HERE}`, {
      headers: by(drawProgramKey(gate.services.random(KEY_BYTES))),
    });
  const statuses: number[] = [];
  for (let tries = 0; tries < 64; tries++) statuses.push((await wrong()).status);
  expect(statuses.slice(0, 60)).toEqual(Array.from({ length: 60 }, () => 401));
  expect(statuses.slice(60)).toEqual([429, 429, 429, 429]);
  expect(Number((await wrong()).headers.get("Retry-After"))).toBeGreaterThan(0);
  expect(await gate.ask("state", { headers: by(gate.good) })).toEqual([200]);
});

test("no key opens the console, and none of it is answered to other sites", async () => {
  const headers = by(gate.good);
  const page = await gate.app.request(`http://localhost/organise/c/${HERE}/keys`, { headers });
  expect([page.status, page.headers.get("Location")]).toEqual([
    303,
    expect.stringContaining("/organise/sign-in"),
  ]);
  const asked = await gate.app.request(`http://localhost/api/organise/c/${HERE}`, {
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
