import { Hono } from "hono";
import { beforeAll, expect, test } from "vitest";
import { createApp } from "../../../functions/app.ts";
import type { Environment } from "../../../functions/http/environment.ts";
import { SECURITY_HEADERS } from "../../../functions/http/security-headers.ts";
import { eventHandler, type HttpHandler } from "../../../functions/lambda/http-events.ts";
import type { Assets } from "../../../web/page/assets.ts";
import { BALLOT_PATH, goodBallot, newReceipt } from "../../support/client.ts";
import { CATALOGUES } from "../../support/languages.ts";
import { freshWorld } from "../../support/world.ts";
import { eventOf, type Sent } from "./event-of.ts";

/* Events that are none: answered as the app answers, never by the adapter alone. */

const KEY = "of our CloudFront";

let handler: HttpHandler;
beforeAll(async () => {
  const services = await freshWorld();
  handler = eventHandler(createApp(services), services, {
    askerOf: () => undefined,
    isOurs: (key) => key === KEY,
  });
});

const put = (body: string, more: Partial<Sent> = {}) =>
  handler(
    eventOf({
      method: "PUT",
      path: BALLOT_PATH,
      headers: {
        "content-type": "application/json",
        authorization: `Bearer ${newReceipt()}`,
        "accept-language": "ru",
      },
      body,
      ...more,
    }),
  );

test.each(["this is !no base64", "YQ=a", "A", "YWJj\u0000", "абв", "===="])(
  "a body that is said to be in base 64 and is not is 400, with every header: %j",
  async (body) => {
    const answer = await put(body, { isBase64Encoded: true });
    expect(answer.statusCode).toBe(400);
    expect(JSON.parse(answer.body)).toMatchObject({
      title: "body-not-utf8",
      detail: CATALOGUES.ru.problems["body-not-utf8"],
    });
    const lower = Object.entries(SECURITY_HEADERS).map(([name, value]) => [
      name.toLowerCase(),
      value,
    ]);
    expect(answer.headers).toMatchObject(Object.fromEntries(lower));
  },
);

test("one that is is read, with or without what fills it up", async () => {
  const body = Buffer.from(JSON.stringify(goodBallot())).toString("base64");
  for (const one of [body, body.replace(/=+$/, "")]) {
    expect((await put(one, { isBase64Encoded: true })).statusCode).toBe(201);
  }
});

test("a GET with a body, a name that is none, and methods of which no request can be made", async () => {
  const home = await handler(eventOf({ method: "GET", path: "/", body: "x" }));
  expect(home.statusCode).toBe(200);
  const named = await handler(
    eventOf({ method: "GET", path: "/", headers: { "kenes-host": "a b/c?" } }),
  );
  expect(named.statusCode).toBe(200);
  for (const method of ["TRACE", "CONNECT", "track"]) {
    const answer = await handler(eventOf({ method, path: "/" }));
    expect([answer.statusCode, answer.headers?.["allow"]]).toEqual([405, "GET, HEAD"]);
  }
});

test.each([undefined, "", "guessed", `${KEY} `])(
  "what comes past CloudFront is refused in a few bytes and never reaches the app: %j",
  async (key) => {
    const sent = eventOf({
      method: "PUT",
      path: BALLOT_PATH,
      headers: { "accept-language": "kk", "kenes-site": key ?? "" },
      body: "x".repeat(10_000),
    });
    if (key === undefined) delete sent.headers["kenes-site"];
    const answer = await handler(sent);
    expect(answer.statusCode).toBe(403);
    expect(answer.headers).toMatchObject({
      "content-type": "application/problem+json",
      "cache-control": "no-store",
    });
    expect(JSON.parse(answer.body)).toEqual({
      type: "urn:kenes:problem:site-bypassed",
      title: "site-bypassed",
      status: 403,
      detail: CATALOGUES.kk.problems["site-bypassed"],
    });
    expect(Buffer.byteLength(answer.body)).toBeLessThan(400);
  },
);

test("a failure of ours goes as a 200 that says which status it has, with all else that it says", async () => {
  const broken = new Hono<Environment>();
  broken.get("/busy", () => new Response("wait", { status: 503, headers: { "Retry-After": "2" } }));
  broken.get("/refused", () => new Response("no", { status: 429 }));
  const services = { assets: {} as Assets };
  const serve = eventHandler(broken, services, { askerOf: () => undefined, isOurs: () => true });
  const busy = await serve(eventOf({ method: "GET", path: "/busy" }));
  expect([busy.statusCode, busy.body]).toEqual([200, "wait"]);
  expect(busy.headers).toMatchObject({ "kenes-status": "503", "retry-after": "2" });
  const refused = await serve(eventOf({ method: "GET", path: "/refused" }));
  expect([refused.statusCode, refused.headers?.["kenes-status"]]).toEqual([429, undefined]);
});
