import { ScanCommand } from "@aws-sdk/client-dynamodb";
import { beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../../functions/app.ts";
import { SECURITY_HEADERS } from "../../../functions/http/security-headers.ts";
import type { LogLine, Services } from "../../../functions/services.ts";
import { BALLOT_PATH, clientOf, goodBallot, newReceipt } from "../../support/client.ts";
import { freshWorld } from "../../support/world.ts";

let services: Services & { logged: LogLine[] };
let client: ReturnType<typeof clientOf>;
let app: ReturnType<typeof createApp>;

beforeAll(async () => {
  services = await freshWorld();
  app = createApp(services);
  client = clientOf(app);
});

const nothingStored = async () => {
  const { Count } = await services.db.client.send(
    new ScanCommand({ TableName: services.db.tables.ballots, Select: "COUNT" }),
  );
  expect(Count).toBe(0);
  expect(services.logged).toEqual([]);
};

const ballotWith = (more: Record<string, unknown>) => JSON.stringify(goodBallot(more));
const bytes = (text: string) => new TextEncoder().encode(text);
const stream = (text: string) =>
  new ReadableStream({
    start(controller) {
      for (let at = 0; at < text.length; at += 4096) {
        controller.enqueue(bytes(text.slice(at, at + 4096)));
      }
      controller.close();
    },
  });
const large = ballotWith({ invitation: "0".repeat(70_000) });

describe("a body that is no ballot is refused by its own problem, and nothing is stored", () => {
  test.each([
    ["empty", "", 400, "body-empty"],
    ["truncated", ballotWith({}).slice(0, -9), 400, "body-not-json"],
    ["not JSON at all", "rating=5", 400, "body-not-json"],
    ["invalid UTF-8", new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), 400, "body-not-utf8"],
    ["cut inside a character", bytes('{"ратинг').subarray(0, 5), 400, "body-not-utf8"],
    ["over 64 kB", large, 413, "body-too-large"],
  ] as const)("%s", async (_, body, status, title) => {
    const sent = typeof body === "string" ? body : Uint8Array.from(body);
    const answer = await client.send("PUT", newReceipt(), sent);
    expect(await answer.json()).toMatchObject({ status, title });
    expect(answer.headers.get("Content-Type")).toBe("application/problem+json");
    await nothingStored();
  });

  test("over 64 kB with an honest Content-Length, a false one, and none", async () => {
    for (const length of [String(large.length), "10", undefined]) {
      const headers: Record<string, string> =
        length === undefined ? {} : { "Content-Length": length };
      const answer = await client.send("PUT", newReceipt(), stream(large), headers);
      expect(await answer.json()).toMatchObject({ status: 413, title: "body-too-large" });
    }
    await nothingStored();
  });

  test.each(["text/plain", "application/x-www-form-urlencoded", "application/jsonp", ""])(
    "content type %j",
    async (type) => {
      const answer = await client.send("PUT", newReceipt(), ballotWith({}), {
        "Content-Type": type,
      });
      expect(await answer.json()).toMatchObject({ status: 415, title: "content-type-wrong" });
      await nothingStored();
    },
  );
});

describe("a field that is wrong is named, and nothing is stored", () => {
  test.each([
    ["rating 0", ballotWith({ ratings: { W1: 0 } }), "/ratings/W1", "not-allowed"],
    ["rating 6", ballotWith({ ratings: { W1: 6 } }), "/ratings/W1", "not-allowed"],
    ["rating 1.5", ballotWith({ ratings: { W1: 1.5 } }), "/ratings/W1", "not-allowed"],
    ["rating as text", ballotWith({ ratings: { W1: "5" } }), "/ratings/W1", "not-allowed"],
    ["rating null", ballotWith({ ratings: { W1: null } }), "/ratings/W1", "not-allowed"],
    ["no rating at all", ballotWith({ ratings: {} }), "/ratings", "not-allowed"],
    ["ratings as a list", ballotWith({ ratings: [5] }), "/ratings", "wrong-type"],
    ["unknown code", ballotWith({ ratings: { Z9: 5 } }), "/ratings/Z9", "unknown"],
    ["unknown key", ballotWith({ admin: true }), "/admin", "unknown"],
    ["__proto__", '{"__proto__":{"a":1},' + ballotWith({}).slice(1), "/__proto__", "unknown"],
    [
      "__proto__ as a code",
      '{"revision":1,"language":"kk","ratings":{"W1":5,"__proto__":5}}',
      "/ratings/__proto__",
      "unknown",
    ],
    [
      "constructor as a code",
      ballotWith({ ratings: { W1: 1, constructor: 5 } }),
      "/ratings/constructor",
      "unknown",
    ],
    ["revision 0", ballotWith({ revision: 0 }), "/revision", "out-of-range"],
    ["revision as text", ballotWith({ revision: "1" }), "/revision", "wrong-type"],
    ["huge revision", ballotWith({ revision: 1e300 }), "/revision", "out-of-range"],
    ["no language", JSON.stringify({ revision: 1, ratings: { W1: 5 } }), "/language", "missing"],
    ["another language", ballotWith({ language: "de" }), "/language", "not-allowed"],
    [
      "unknown answer about me",
      ballotWith({ about: { region: "mars" } }),
      "/about/region",
      "not-allowed",
    ],
    ["unknown question", ballotWith({ about: { name: "x" } }), "/about/name", "unknown"],
    ["four to do first", ballotWith({ first: ["W1", "W2", "W3", "W4"] }), "/first", "out-of-range"],
    ["the same first twice", ballotWith({ first: ["W1", "W1"] }), "/first", "not-allowed"],
    ["positions not all", ballotWith({ positions: ["W1"] }), "/positions", "not-allowed"],
    ["a list", "[]", "", "wrong-type"],
    ["null", "null", "", "wrong-type"],
    ["deeply nested", "[".repeat(20_000) + "]".repeat(20_000), "", "wrong-type"],
  ])("%s", async (_, body, pointer, fault) => {
    const answer = await client.send("PUT", newReceipt(), body);
    const problem = (await answer.json()) as { faults: unknown[] };
    expect(problem).toMatchObject({ status: 422, title: "ballot-invalid" });
    expect(problem.faults).toContainEqual({ pointer, fault });
    await nothingStored();
  });
});

describe("a request that may not be made", () => {
  test.each([
    ["no receipt", {}, "receipt-missing"],
    ["another scheme", { Authorization: "Basic abc" }, "receipt-missing"],
    ["no such receipt", { Authorization: "Bearer 12345" }, "receipt-malformed"],
    [
      "a letter that codes lack",
      { Authorization: `Bearer ${"U".repeat(20)}` },
      "receipt-malformed",
    ],
  ])("%s is 401", async (_, headers, title) => {
    for (const method of ["PUT", "GET", "DELETE"]) {
      const body = method === "PUT" ? ballotWith({}) : undefined;
      const answer = await client.send(method, undefined, body, headers as Record<string, string>);
      expect(await answer.json()).toMatchObject({ status: 401, title });
      expect(answer.headers.get("WWW-Authenticate")).toBe("Bearer");
    }
    await nothingStored();
  });

  test("another method is 405 and names those there are", async () => {
    const answer = await app.request(BALLOT_PATH, { method: "PATCH" });
    expect(await answer.json()).toMatchObject({ status: 405, title: "method-not-allowed" });
    expect(answer.headers.get("Allow")?.split(", ").toSorted()).toEqual([
      "DELETE",
      "GET",
      "HEAD",
      "PUT",
    ]);
  });

  test("an unknown consultation or address is 404, with the sentence in the asked language", async () => {
    const answer = await app.request("/api/consultations/nowhere/ballot?lang=ru", {
      method: "GET",
    });
    const problem = (await answer.json()) as { detail: string };
    expect(problem).toMatchObject({ status: 404, title: "consultation-unknown" });
    expect(problem.detail).toMatch(/[а-я]/);
    expect((await app.request("/api/nothing")).status).toBe(404);
  });

  test("every answer, refusals too, carries the security headers and no cookie", async () => {
    const answers = [
      await app.request("/"),
      await app.request("/c/kazakhstan-2019/receipt"),
      await app.request("/nowhere"),
      await app.request("/api/nothing"),
      await client.send("PUT", undefined, "x"),
      await app.request(BALLOT_PATH, { method: "PATCH" }),
    ];
    for (const answer of answers) {
      for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
        expect(answer.headers.get(name)).toBe(value);
      }
      expect(answer.headers.get("Set-Cookie")).toBeNull();
    }
  });
});
