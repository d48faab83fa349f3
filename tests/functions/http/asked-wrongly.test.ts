import { request } from "node:http";
import { once } from "node:events";
import { type AddressInfo, createConnection } from "node:net";
import { text } from "node:stream/consumers";
import { beforeAll, expect, test } from "vitest";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { API_OF_PROGRAMS } from "../../../domain/program/paths.ts";
import { createApp } from "../../../functions/app.ts";
import type { App } from "../../../functions/http/environment.ts";
import { close, listen } from "../../../functions/local/serve.ts";
import type { LogLine, Services } from "../../../functions/services.ts";
import { problemOf } from "../../support/client.ts";
import { ORIGIN, problemIn } from "../../support/organiser.ts";
import { keyOf } from "../../support/program.ts";
import { signedIn, type SignedInOrganiser } from "../../support/signed-in.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";

/* What was found by asking for everything in every wrong way, one test each. */

let services: Services & { logged: LogLine[] };
let app: App;
let owner: SignedInOrganiser;
beforeAll(async () => {
  services = await freshWorld();
  app = createApp(services);
  owner = await signedIn(services, "Anna", { [KAZAKHSTAN.id]: "owner" });
});

// Longer than a key of the store may be.
const LONG = "x".repeat(3_000);

test("an address that is too long for the store is unknown, and no failure", async () => {
  const page = await app.request(ORGANISE.team.path.replace(":id", LONG) + "?lang=en", {
    headers: { Cookie: owner.cookie },
  });
  expect([page.status, problemIn(await page.text())]).toEqual([404, "page-unknown"]);
  const key = await keyOf(services, KAZAKHSTAN.id, owner);
  const asked = await app.request(API_OF_PROGRAMS.state.replace(":id", LONG), {
    headers: { Authorization: `Bearer ${key}` },
  });
  expect(await problemOf(asked)).toEqual({ status: 401, title: "key-refused" });
  expect(services.logged).toEqual([]);
});

test("a name in a form that is too long for the store is the name of nothing", async () => {
  const send = (path: string, fields: Record<string, string>) =>
    app.request(`${path.replace(":id", KAZAKHSTAN.id)}?lang=en`, {
      method: "POST",
      headers: {
        Cookie: owner.cookie,
        Origin: ORIGIN,
        "Content-Type": "application/x-www-form-urlencoded",
      },
      body: new URLSearchParams({ csrf: owner.token, ...fields }).toString(),
    });
  const group = await send(ORGANISE.remindInvitations.path, { group: LONG });
  expect([group.status, problemIn(await group.text())]).toEqual([409, "invitation-not-unused"]);
  const filters: Record<string, string>[] = [
    { code: LONG },
    { language: LONG },
    { code: "K1", language: LONG },
  ];
  for (const fields of filters) {
    const undone = await send(ORGANISE.undoJudging.path, { text: LONG, ...fields });
    expect([undone.status, problemIn(await undone.text())]).toEqual([409, "text-judged"]);
  }
  expect(services.logged).toEqual([]);
});

test("a page that refuses with 401 says by what right it could be asked for", async () => {
  const page = await app.request(`/c/${KAZAKHSTAN.id}/receipt`, {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: "receipt=short",
  });
  expect([page.status, page.headers.get("WWW-Authenticate")]).toEqual([401, "Bearer"]);
});

test("whatever a request expects of us besides an answer is passed over", async () => {
  const server = await listen((asked) => app.fetch(asked), 0, "127.0.0.1");
  const { port } = server.address() as AddressInfo;
  const asked = request({ port, host: "127.0.0.1", headers: { Expect: "nothing" } }).end();
  const [answer] = (await once(asked, "response")) as [
    { statusCode: number; headers: Record<string, string>; resume(): void },
  ];
  answer.resume();
  expect([answer.statusCode, answer.headers["x-content-type-options"]]).toEqual([200, "nosniff"]);
  await close(server);
});

test.each([
  "//",
  "///",
  "//[",
  "//:0",
  "http://",
  "http://[/",
  "*",
  "?",
  "/\\",
  "/%",
  "\\\\",
  "x:y",
  "//a b",
])("of the target %j no URL may come: it is answered, and the next request too", async (target) => {
  const server = await listen((asked) => app.fetch(asked), 0, "127.0.0.1");
  const { port } = server.address() as AddressInfo;
  const ask = async (line: string) => {
    const socket = createConnection({ port, host: "127.0.0.1" });
    socket.write(`${line} HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n`);
    return (await text(socket)).slice(0, 12);
  };
  expect(await ask(`GET ${target}`)).toMatch(/^HTTP\/1\.1 (200|30[1278]|40[04])$/);
  expect(await ask("GET /")).toBe("HTTP/1.1 200");
  await close(server);
});
