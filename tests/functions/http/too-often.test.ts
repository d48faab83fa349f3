import { ScanCommand } from "@aws-sdk/client-dynamodb";
import { beforeEach, describe, expect, test } from "vitest";
import { type Bound, type BoundName, BOUNDS } from "../../../domain/bound.ts";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { noticesOf } from "../../../domain/noticed.ts";
import { createApp } from "../../../functions/app.ts";
import { countExport } from "../../../functions/export/together.ts";
import { type Bounds, boundsOf } from "../../../functions/http/bounds.ts";
import { programKeyHash } from "../../../functions/secrets.ts";
import type { App } from "../../../functions/http/environment.ts";
import type { Services } from "../../../functions/services.ts";
import { listNoticed } from "../../../functions/store/noticed.ts";
import { CATALOGUES } from "../../support/languages.ts";
import { keyOf } from "../../support/program.ts";
import { signedIn } from "../../support/signed-in.ts";
import { organisersOf, problemIn } from "../../support/organiser.ts";
import { goodBallot, newReceipt, tally, times } from "../../support/client.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";

const { id } = KAZAKHSTAN;

let services: Services;
let app: App;
let bounds: Bounds;
let at: number;

beforeEach(async () => {
  at = Date.now();
  const definition = { ...KAZAKHSTAN, reasons: true as const };
  services = { ...(await freshWorld(definition)), now: () => new Date(at) };
  bounds = boundsOf(services);
  app = createApp(services, bounds);
});

/** Uses up all but so many that one may ask for at once. */
const useUp = (name: BoundName, who: string, left: number) => {
  const { each } = BOUNDS[name] as Bound;
  for (const _ of times(each!.atOnce - left, String)) bounds.count(name, who, id);
};

describe("what comes too often", () => {
  test("a form of the console is given back to be sent later; signing out is never refused", async () => {
    const { send } = organisersOf(app, services);
    const owner = await signedIn(services, "Ann", { [id]: "owner" });
    const { cookie, token } = owner;
    const add = () =>
      send(ORGANISE.addChannel, { id, cookie, token, fields: { label: "My <channel>" } });
    useUp("console", owner.id, 1);
    expect((await add()).status).not.toBe(429);
    const refused = await add();
    expect([refused.status, refused.headers.get("Retry-After")]).toEqual([429, "1"]);
    const html = await refused.text();
    expect(html).toContain(CATALOGUES.en.organiser.sendOn.later);
    expect(html).toContain('name="label" value="My &lt;channel>"');
    const another = await signedIn(services, "Bota", { [id]: "editor" });
    const theirs = await send(ORGANISE.addChannel, { ...another, id, fields: { label: "x" } });
    expect(theirs.status).not.toBe(429);
    expect((await send(ORGANISE.signOutEverywhere, { cookie, token })).status).toBe(303);
  });

  test("a program is told in headers how much is left, and then how long to wait", async () => {
    const owner = await signedIn(services, "Ann", { [id]: "owner" });
    const key = await keyOf(services, id, owner, { role: "editor" });
    const ask = (by = key) =>
      app.request(`http://localhost/api/organise/c/${id}`, {
        headers: { Authorization: `Bearer ${by}` },
      });
    const first = await ask();
    expect(first.headers.get("RateLimit-Policy")).toBe('"program";q=240;w=120');
    expect(first.headers.get("RateLimit")).toBe('"program";r=239;t=1');
    useUp("program", programKeyHash(services.secret, id, key), 2);
    expect((await ask()).status).toBe(200);
    const refused = await ask();
    expect([refused.status, refused.headers.get("Retry-After")]).toEqual([429, "1"]);
    expect(refused.headers.get("RateLimit")).toContain("r=0");
    const other = await keyOf(services, id, owner, { role: "viewer" });
    expect((await ask(other)).status).toBe(200);
  });

  test("reasons are slowed by asker, and organisers are told; ballots go on", async () => {
    const receipt = newReceipt();
    const headers = { Authorization: `Bearer ${receipt}`, "Content-Type": "application/json" };
    const put = (what: string, body: unknown, asker = "one") =>
      app.request(
        `/api/consultations/${id}/${what}`,
        { method: "PUT", headers, body: JSON.stringify(body) },
        { asker: () => asker },
      );
    expect((await put("ballot", goodBallot())).status).toBe(201);
    const answers: Response[] = [];
    expect((await put("reasons", { reasons: {} })).status).toBe(200);
    useUp("remarks", "one", 0);
    for (const _ of times(25, String)) answers.push(await put("reasons", { reasons: {} }));
    expect(tally(answers.map(({ status }) => status))).toEqual({ 429: 25 });
    expect(answers.at(-1)!.headers.get("Retry-After")).toBe("2");
    expect((await put("reasons", { reasons: {} }, "another")).status).toBe(200);
    expect((await put("ballot", goodBallot({ revision: 2 }))).status).toBe(200);
    const [notice] = noticesOf(await listNoticed(services.db, id, "2020"));
    expect(notice).toMatchObject({ kind: "remarks", band: 20 });
  });

  test("pictures are drawn for each asker in turn", async () => {
    const draw = (asker: string) =>
      app.request(
        `/c/${id}/picture.png`,
        { headers: { "If-None-Match": "*" } },
        { asker: () => asker },
      );
    const statuses: number[] = [];
    useUp("pictures", "one", 1);
    for (const _ of times(2, String)) statuses.push((await draw("one")).status);
    expect(statuses.slice(-2)).toEqual([304, 429]);
    expect((await draw("another")).status).toBe(304);
  });

  test("exports are counted by all servers together, and by no clock that was put back", async () => {
    for (const _ of times(20, String)) expect(await countExport(services, id)).toBeUndefined();
    expect(await countExport(services, id)).toEqual({ problem: "too-many", retryAfter: 180 });
    at -= 2 * 60 * 60_000;
    expect(await countExport(services, id)).toBeUndefined();
  });

  test("challenges to sign in leave nothing in the store, however many are asked for", async () => {
    const { send } = organisersOf(app, services);
    const answers = await Promise.all(times(50, () => send(ORGANISE.signInOptions)));
    expect(tally(answers.map(({ status }) => status))).toEqual({ 200: 50 });
    const { db } = services;
    const { Items } = await db.client.send(new ScanCommand({ TableName: db.tables.ephemeral }));
    expect(Items).toEqual([]);
  });

  test("wrong sign-ins are told of on the console's front page, of the whole installation", async () => {
    const { send } = organisersOf(app, services);
    for (const _ of times(25, String)) {
      const answer = await send(ORGANISE.recover, { fields: { code: "0000-0000-0000-0000" } });
      expect(problemIn(await answer.text())).toBe("recovery-refused");
    }
    const { cookie } = await signedIn(services, "Ann", {});
    const html = await (await send(ORGANISE.home, { cookie })).text();
    expect(html).toMatch(/wrong codes, links or keys to sign in on [^<]*: 20 or more/);
  });
});
