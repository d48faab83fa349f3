import { beforeAll, describe, expect, test } from "vitest";
import { API } from "../../../domain/api.ts";
import type { Endpoint } from "../../../domain/contract/endpoint.ts";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { pathOf } from "../../../domain/paths.ts";
import { createApp } from "../../../functions/app.ts";
import type { App } from "../../../functions/http/environment.ts";
import { newReceipt } from "../../support/client.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { twoReleases } from "../download/two-releases.ts";

/* Which answers scripts on pages of other sites may read: those that say so in the list, and no others. */

const ELSEWHERE = { Origin: "https://elsewhere.example" };
const PREFLIGHT = { ...ELSEWHERE, "Access-Control-Request-Method": "GET" };

let app: App;
beforeAll(async () => {
  app = createApp((await twoReleases()).services);
});

const all = Object.entries<Endpoint>(API).map(([name, endpoint]) => ({ name, ...endpoint }));
const addressOf = ({ path, query }: Endpoint): string =>
  pathOf(path, { id: KAZAKHSTAN.id, number: 1, file: "results.csv" }) +
  (query?.["url"] === undefined
    ? ""
    : `?url=${encodeURIComponent(`http://localhost/c/${KAZAKHSTAN.id}/results`)}`);

const corsOf = ({ headers }: Response) =>
  Object.fromEntries(
    [...headers].filter(([name]) => name.startsWith("access-control-") || name.endsWith("-policy")),
  );

describe("what is said to be public", () => {
  const open = all.filter((one) => one.public);

  test.each(open)("$name can be read by other sites, without cookies", async (endpoint) => {
    for (const method of ["GET", "HEAD"]) {
      const answer = await app.request(addressOf(endpoint), { method, headers: ELSEWHERE });
      expect(answer.status).toBe(200);
      expect(corsOf(answer)).toMatchObject({
        "access-control-allow-origin": "*",
        "cross-origin-resource-policy": "cross-origin",
      });
      expect(answer.headers.has("Access-Control-Allow-Credentials")).toBe(false);
      if (method === "HEAD") expect(await answer.text()).toBe("");
    }
    const before = await app.request(addressOf(endpoint), {
      method: "OPTIONS",
      headers: PREFLIGHT,
    });
    expect(before.status).toBe(204);
    expect(corsOf(before)).toMatchObject({
      "access-control-allow-origin": "*",
      "access-control-allow-methods": "GET, HEAD",
      "access-control-allow-headers": "If-None-Match",
    });
  });

  test.each(open)("$name still stands for who has it: 304, also by *", async (endpoint) => {
    const first = await app.request(addressOf(endpoint));
    const tag = first.headers.get("ETag")!;
    for (const [tags, status] of [
      [tag, 304],
      [`W/${tag}`, 304],
      [`"x", ${tag}`, 304],
      ["*", 304],
      ['"x"', 200],
      [tag.slice(0, -1), 200],
    ] as const) {
      const headers = { ...ELSEWHERE, "If-None-Match": tags };
      const answer = await app.request(addressOf(endpoint), { headers });
      expect(answer.status, tags).toBe(status);
      expect(corsOf(answer)).toMatchObject({ "access-control-allow-origin": "*" });
      if (status === 304) expect(answer.headers.get("ETag")).toBe(tag);
    }
  });

  test("refusals can be read there too, and other methods stay closed", async () => {
    const gone = await app.request("/api/consultations/nowhere/results", { headers: ELSEWHERE });
    expect(gone.status).toBe(404);
    expect(corsOf(gone)).toMatchObject({ "access-control-allow-origin": "*" });
    const put = await app.request(API.results.path, { method: "PUT", headers: ELSEWHERE });
    expect(put.headers.has("Access-Control-Allow-Origin")).toBe(false);
  });
});

describe("everything else is closed to other sites", () => {
  const closed = all
    .filter((one) => !one.public)
    .map((one) => ({ method: one.method, path: addressOf(one) }));
  const organising = Object.values(ORGANISE).map(({ method, path }) => ({
    method,
    path: pathOf(path, { id: KAZAKHSTAN.id }),
  }));
  const pages = ["/", "/api", "/desk", `/c/${KAZAKHSTAN.id}`, `/c/${KAZAKHSTAN.id}/results`].map(
    (path) => ({ method: "GET", path }),
  );

  test.each([...closed, ...organising, ...pages])("$method $path", async ({ method, path }) => {
    const headers = { ...ELSEWHERE, Authorization: `Bearer ${newReceipt()}` };
    for (const init of [
      { method, headers },
      { method: "OPTIONS", headers: { ...PREFLIGHT, "Access-Control-Request-Method": method } },
    ]) {
      const answer = await app.request(path, init);
      expect(answer.status).not.toBe(204);
      expect(corsOf(answer)).not.toHaveProperty("access-control-allow-origin");
      expect(answer.headers.get("Cross-Origin-Resource-Policy")).toBe("same-origin");
    }
  });
});
