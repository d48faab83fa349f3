import { beforeAll, beforeEach, expect, test } from "vitest";
import { DESK, DESK_LEAVE, DESK_OPEN } from "../../../domain/paths.ts";
import { MINUTE } from "../organiser/ann.ts";
import { ANSWER, DESK_ENDPOINTS, outcomeAt, useDesks } from "./at-desk.ts";

/* What is refused at every page and form of a desk, before anything of it is done. */

const world = useDesks(beforeAll);

// So that nobody is refused for too many attempts.
beforeEach(async () => {
  world.at += 10 * MINUTE;
  await world.signInAgain();
});

const writes = DESK_ENDPOINTS.filter(([method]) => method === "POST").map(([, path]) => path);
const needDesk = DESK_ENDPOINTS.filter(([, path]) => path !== DESK_OPEN);

const OTHER_ORIGINS: Record<string, string>[] = [
  { Origin: "https://evil.example" },
  { Origin: "http://localhost:81" },
  { Origin: "null" },
  { Origin: "" },
  { "Sec-Fetch-Site": "cross-site" },
  { "Sec-Fetch-Site": "same-site" },
  { "Sec-Fetch-Site": "none" },
];

test("these are all that there are", () => {
  const routed = world.organisers.app.routes
    .filter(({ method, path }) => method !== "ALL" && path.startsWith(DESK))
    .map(({ method, path }) => `${method} ${path}`);
  expect([...new Set(routed)].toSorted()).toEqual(
    DESK_ENDPOINTS.map((endpoint) => endpoint.join(" ")).toSorted(),
  );
});

test.each(writes)("from another site, or nobody knows from where: %s", async (path) => {
  const code = await world.makeLink();
  const desk = await world.sit();
  const fields = { ...ANSWER, code };
  for (const headers of OTHER_ORIGINS) {
    const got = await world.sendTo("POST", path, { ...desk, fields, headers });
    expect([headers, await outcomeAt(got)]).toEqual([headers, [403, "cross-site"]]);
  }
  expect(await world.entries()).toEqual([]);
  expect((await world.tryLink(code)).status).toBe(303);
  expect((await world.sendTo("GET", DESK, desk)).status).toBe(200);
});

test.each(writes)("over an open network: %s", async (path) => {
  const got = await world.organisers.app.request(`http://kenes.example${path}`, {
    method: "POST",
    headers: {
      Origin: "http://kenes.example",
      "Content-Type": "application/x-www-form-urlencoded",
    },
    body: "code=x",
  });
  expect(await outcomeAt(got)).toEqual([403, "not-secure"]);
});

test("over HTTPS the cookie is one that no other host and no path can set", async () => {
  const code = await world.makeLink();
  const got = await world.organisers.app.request(`https://kenes.example${DESK_OPEN}`, {
    method: "POST",
    headers: {
      Origin: "https://kenes.example",
      "Content-Type": "application/x-www-form-urlencoded",
    },
    body: new URLSearchParams({ code }).toString(),
  });
  expect(got.headers.get("Set-Cookie")).toMatch(
    /^__Host-kenes-desk=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure$/,
  );
});

test.each([DESK, DESK_LEAVE])("without the form's token, or with another's: %s", async (path) => {
  const [desk, other] = [await world.sit(), await world.sit()];
  for (const token of [undefined, "", "x", other.token, `${desk.token}x`]) {
    const got = await world.sendTo("POST", path, { cookie: desk.cookie, token, fields: ANSWER });
    expect(await outcomeAt(got)).toEqual([403, "session-token"]);
  }
  expect(await world.entries()).toEqual([]);
  expect((await world.sendTo("GET", DESK, desk)).status).toBe(200);
});

test.each(needDesk)("without a session: %s %s", async (method, path) => {
  const { token, cookie: own } = await world.sit();
  const value = own.split("=")[1];
  for (const cookie of [
    undefined,
    "kenes-desk=",
    "kenes-desk=made-up",
    `${own}; ${own}`,
    `__Host-kenes-desk=${value}`,
  ]) {
    const got = await world.sendTo(method, path, { cookie, token, fields: ANSWER });
    const expected = method === "GET" ? [303, "/desk/open?lang=en"] : [403, "desk-closed"];
    expect([cookie, await outcomeAt(got)]).toEqual([cookie, expected]);
  }
});

test.each(writes)("with content of another type, or too much of it: %s", async (path) => {
  const desk = await world.sit();
  for (const type of ["application/json", "text/plain", "multipart/form-data", ""]) {
    const got = await world.sendTo("POST", path, { ...desk, headers: { "Content-Type": type } });
    expect(await outcomeAt(got)).toEqual([415, "content-type-wrong"]);
  }
  const fields = { more: "x".repeat(1_300_000) };
  expect(await outcomeAt(await world.sendTo("POST", path, { ...desk, fields }))).toEqual([
    413,
    "body-too-large",
  ]);
});

test("with another method", async () => {
  for (const path of [DESK, DESK_OPEN, DESK_LEAVE]) {
    expect((await world.organisers.app.request(path, { method: "PUT" })).status).toBe(405);
  }
});

test.each(DESK_ENDPOINTS)("is kept by nobody: %s %s", async (method, path) => {
  const got = await world.sendTo(method, path, await world.sit());
  expect(got.headers.get("Cache-Control")).toBe("no-store");
});
