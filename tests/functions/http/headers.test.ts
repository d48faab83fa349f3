import { beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../../functions/app.ts";
import type { Inline } from "../../../web/page/assets.ts";
import type { App } from "../../../functions/http/environment.ts";
import { addConsultation } from "../../../functions/store/consultations.ts";
import { goodBallot, newReceipt } from "../../support/client.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";

/* The header set of every kind of answer, refusals and failures too, written out here once more. */

const PATH = `/c/${KAZAKHSTAN.id}`;
const API = `/api/consultations/${KAZAKHSTAN.id}`;
const CLOSED = { ...KAZAKHSTAN, id: "closed", closesAt: "2020-01-01T00:00:00Z" };
const DIRECTIVES = {
  "default-src": "'none'",
  "script-src": "'self'",
  "style-src": "'self'",
  "img-src": "'self' data:",
  "connect-src": "'self'",
  "form-action": "'self'",
  "base-uri": "'none'",
  "frame-ancestors": "'none'",
  "require-trusted-types-for": "'script'",
  "trusted-types": "'none'",
};
const FIXED = {
  "strict-transport-security": "max-age=31536000; includeSubDomains",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "x-robots-tag": "noarchive",
};

let app: App;
let inline: Inline;
let broken: App;

beforeAll(async () => {
  const world = await freshWorld();
  await addConsultation(world.db, CLOSED);
  app = createApp(world);
  inline = world.assets.rateInline;
  const elsewhere = await freshWorld();
  elsewhere.db.client.middlewareStack.add(
    () => () => Promise.reject(new Error("the store fails")),
    { step: "initialize" },
  );
  broken = createApp(elsewhere);
});

const form = (fields: Record<string, string>) => ({
  method: "POST",
  headers: { "Content-Type": "application/x-www-form-urlencoded" },
  body: new URLSearchParams(fields).toString(),
});
const ballot = (receipt: string | undefined, body: string, type = "application/json") => ({
  method: "PUT",
  headers: { "Content-Type": type, ...(receipt && { Authorization: `Bearer ${receipt}` }) },
  body,
});

const good = JSON.stringify(goodBallot());
const cases: [string, number, string, RequestInit?][] = [
  ["home", 200, "/"],
  ["rate page", 200, PATH],
  ["receipt page", 200, `${PATH}/receipt`],
  ["paper form", 200, `${PATH}/paper`],
  ["report of a translation", 200, `${PATH}/translation`],
  ["results before the first", 200, `${PATH}/results`],
  ["closed page", 200, `/c/${CLOSED.id}`],
  ["definition", 200, API],
  ["review", 200, PATH, form({ receipt: newReceipt(), "rating.W1": "3", do: "review" })],
  ["saved page", 200, PATH, form({ receipt: newReceipt(), "rating.W1": "3" })],
  ["saved ballot", 201, `${API}/ballot`, ballot(newReceipt(), good)],
  ["empty body", 400, `${API}/ballot`, ballot(newReceipt(), "")],
  ["no receipt", 401, `${API}/ballot`, ballot(undefined, good)],
  ["from another site", 403, PATH, { ...form({}), headers: { "Sec-Fetch-Site": "cross-site" } }],
  ["no such page", 404, "/nowhere"],
  ["no such consultation", 404, "/c/none"],
  [
    "no such ballot",
    404,
    `${API}/ballot`,
    { headers: { Authorization: `Bearer ${newReceipt()}` } },
  ],
  ["no release yet", 404, `${API}/results`],
  ["wrong method", 405, PATH, { method: "DELETE" }],
  ["closed", 410, `/c/${CLOSED.id}`, form({ receipt: newReceipt(), "rating.W1": "3" })],
  ["too large", 413, `${API}/ballot`, ballot(newReceipt(), "x".repeat(70_000))],
  ["wrong content type", 415, `${API}/ballot`, ballot(newReceipt(), good, "text/plain")],
  ["nothing rated", 422, PATH, form({ receipt: newReceipt() })],
];

/** What is read by scripts of other sites too (open-to-all.test.ts). */
const isOpen = (path: string): boolean => path === API || path === `${API}/results`;

function expectHeaders({ headers }: Response, open = false, inline?: Inline): void {
  const policy = (headers.get("Content-Security-Policy") ?? "").split("; ").map((directive) => {
    const [name = "", ...values] = directive.split(" ");
    return [name, values.join(" ")];
  });
  expect(Object.fromEntries(policy)).toEqual({
    ...DIRECTIVES,
    ...(inline && {
      "script-src": `'self' ${inline.allowed.script}`,
      "style-src": `'self' ${inline.allowed.style}`,
    }),
  });
  expect(Object.fromEntries(headers)).toMatchObject({
    ...FIXED,
    ...(open && { "cross-origin-resource-policy": "cross-origin" }),
  });
  const features = (headers.get("Permissions-Policy") ?? "").split(", ");
  expect(features.length).toBeGreaterThan(20);
  expect(features.filter((feature) => !feature.endsWith("=()"))).toEqual([]);
  expect(headers.has("Set-Cookie")).toBe(false);
  expect(headers.has("Server") || headers.has("X-Powered-By")).toBe(false);
}

describe("the header set", () => {
  test.each(cases)("%s: %i", async (_, status, path, init) => {
    const answer = await app.request(path, init);
    expect(answer.status).toBe(status);
    const isFirst = path === PATH && init === undefined;
    expectHeaders(answer, isOpen(path), isFirst ? inline : undefined);
    // Whatever a person did or failed to do stays neither on the way nor on the device: but for the
    // rate page before anything is in it, which a browser may keep for the way back.
    if (isFirst) {
      expect(answer.headers.get("Cache-Control")).toBe("private, no-cache");
    } else if (path !== "/" && !path.endsWith("/results") && path !== API) {
      expect(answer.headers.get("Cache-Control")).toBe("no-store");
    }
  });

  test.each(["/", PATH, `${API}/ballot`])("a store that fails, at %s: 500", async (path) => {
    const answer = await broken.request(path, {
      headers: { Authorization: `Bearer ${newReceipt()}` },
    });
    expect(answer.status).toBe(500);
    expectHeaders(answer);
    expect(await answer.text()).not.toContain("the store fails");
  });
});
