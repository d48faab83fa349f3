import { gzipSync, brotliCompressSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { createApp } from "../../../functions/app.ts";
import type { App } from "../../../functions/http/environment.ts";
import { hasRepeatedKey } from "../../../functions/http/repeated-key.ts";
import { BALLOT_PATH, goodBallot, newReceipt } from "../../support/client.ts";
import { ORIGIN, problemIn } from "../../support/organiser.ts";
import { freshWorld } from "../../support/world.ts";

/* What a body is said to be: what is not UTF-8 in plain is refused as it stands, wherever bodies are read. */

let app: App;
beforeAll(async () => {
  app = createApp(await freshWorld());
});

const RATE = "/c/kazakhstan-2019?lang=en";
const FORM = "application/x-www-form-urlencoded";
const BALLOT = JSON.stringify(goodBallot());
const FIELDS = "do=review&rating.W1=5";

type Body = string | Uint8Array<ArrayBuffer>;
const json = (headers: Record<string, string>, body: Body = BALLOT) =>
  app.request(BALLOT_PATH, {
    method: "PUT",
    headers: {
      Authorization: `Bearer ${newReceipt()}`,
      "Content-Type": "application/json",
      ...headers,
    },
    body,
  });
const form = (headers: Record<string, string>, body: Body = FIELDS) =>
  app.request(RATE, { method: "POST", headers: { "Content-Type": FORM, ...headers }, body });
/** A form with a file, as it is read before anybody asks whose session it is. */
const parts = (headers: Record<string, string>) =>
  app.request(ORGANISE.signInOptions.path, {
    method: "POST",
    headers: { Origin: ORIGIN, ...headers },
    body: "{}",
  });
const refused = async (answer: Response): Promise<unknown[]> => {
  const text = await answer.text();
  const isJson = answer.headers.get("Content-Type")?.includes("json");
  const problem = isJson ? (JSON.parse(text) as { title: string }).title : problemIn(text);
  return [answer.status, problem];
};
const WRONG = [415, "content-type-wrong"];

describe("a charset", () => {
  test.each(["koi8-r", "utf-16", "windows-1251", "iso-8859-1", "utf-8x", '"utf-16"', ""])(
    "%j is refused",
    async (charset) => {
      expect(await refused(await json({ "Content-Type": `application/json; charset=${charset}` }))) //
        .toEqual(WRONG);
      expect(await refused(await form({ "Content-Type": `${FORM};charset=${charset}` }))).toEqual(
        WRONG,
      );
      const type = `application/json; CHARSET = ${charset}`;
      expect((await parts({ "Content-Type": type })).status).toBe(415);
    },
  );

  test("of two one is enough to refuse", async () => {
    const type = "application/json; charset=utf-8; charset=koi8-r";
    expect(await refused(await json({ "Content-Type": type }))).toEqual(WRONG);
  });

  test.each(["utf-8", "UTF-8", '"utf-8"', "utf8"])("%j is as good as none", async (charset) => {
    const type = `application/json;charset=${charset}`;
    expect((await json({ "Content-Type": type })).status).toBe(201);
    expect((await form({ "Content-Type": `${FORM}; charset=${charset}` })).status).toBe(200);
  });
});

test.each<[string, Uint8Array<ArrayBuffer>]>([
  ["gzip", Uint8Array.from(gzipSync(BALLOT))],
  ["br", Uint8Array.from(brotliCompressSync(BALLOT))],
  ["deflate", Uint8Array.from([0x78, 0x9c])],
  ["gzip, identity", Uint8Array.from(gzipSync(BALLOT))],
  ["zstd", Uint8Array.from([0])],
])("what is packed by %s is refused and never unpacked", async (encoding, body) => {
  const headers = { "Content-Encoding": encoding };
  expect(await refused(await json(headers, body))).toEqual(WRONG);
  // Also where the bytes are not packed at all.
  expect(await refused(await json(headers))).toEqual(WRONG);
  expect(await refused(await form(headers))).toEqual(WRONG);
  expect((await parts({ ...headers, "Content-Type": "application/json" })).status).toBe(415);
});

test("identity is no packing", async () => {
  expect((await json({ "Content-Encoding": "identity" })).status).toBe(201);
});

describe("a key that stands twice", () => {
  test.each([
    `{"revision":1,"revision":1,${BALLOT.slice(1)}`,
    BALLOT.replace('"W1":5', '"W1":5,"W1":1'),
    BALLOT.replace('"W1":5', '"W1":5,"W\\u0031":1'),
  ])("is refused: %.60s", async (body) => {
    expect(await refused(await json({}, body))).toEqual([400, "body-not-json"]);
  });

  test.each<[string, boolean]>([
    ['{"a":1,"b":{"a":1},"c":[{"a":1},{"a":1}]}', false],
    ['{"a":"a","b":"a\\":1,\\"a"}', false],
    ['["a","a",{"":1}]', false],
    ['{"a\\\\":1,"a":2}', false],
    ['{"":1," ":2}', false],
    ['{"x":[{"a" \n\t: 1, "b":2,"a":3}]}', true],
    ['{"":1,"":2}', true],
    ['{"a\\"":1,"a\\u0022":2}', true],
    ['{"__proto__":1,"__proto__":2}', true],
    [`${"[".repeat(100_000)}${"]".repeat(100_000)}`, false],
  ])("%.40s: %s", (text, repeated) => {
    expect(hasRepeatedKey(text)).toBe(repeated);
  });
});

test.each(["%FF", "%C3", "%ED%A0%80", "%C0%AF", "%F5%80%80%80"])(
  "a form whose bytes %s are no UTF-8 is refused, and not read as something else",
  async (bytes) => {
    expect(await refused(await form({}, `${FIELDS}&text.K1=${bytes}`))) //
      .toEqual([400, "body-not-utf8"]);
  },
);

test("a sign of percent that begins nothing, and a whole letter, are what they are", async () => {
  expect((await form({}, `${FIELDS}&text.K1=100%&text.W1=%D2%9B%zz%`)).status).toBe(200);
});

describe("a plain form", () => {
  test.each<[string, Record<string, string>]>([
    ["a foreign origin, and nothing of the site", { Origin: "https://evil.example" }],
    ["no origin that can be told, and nothing of the site", { Origin: "null" }],
    ["another port of the same name", { Origin: "http://localhost:8081" }],
    ["a name that ends like ours", { Origin: "http://evil-localhost" }],
    ["an origin that is none", { Origin: "localhost" }],
    ["two origins", { Origin: "http://localhost, https://evil.example" }],
    ["another site", { "Sec-Fetch-Site": "cross-site", Origin: ORIGIN }],
    ["a name beside ours", { "Sec-Fetch-Site": "same-site", Origin: ORIGIN }],
    ["two sites", { "Sec-Fetch-Site": "same-origin, cross-site" }],
  ])("is refused with %s", async (_, headers) => {
    expect(await refused(await form(headers))).toEqual([403, "cross-site"]);
  });

  test.each<[string, Record<string, string>]>([
    [
      "its own site, however its origin is hidden",
      { "Sec-Fetch-Site": "same-origin", Origin: "null" },
    ],
    ["its own origin, where a browser says nothing of the site", { Origin: ORIGIN }],
    ["its own origin before a proxy that ended TLS", { Origin: "https://localhost" }],
    ["nothing said of either", {}],
    ["what a person does by hand", { "Sec-Fetch-Site": "none" }],
  ])("is taken with %s", async (_, headers) => {
    expect((await form(headers)).status).toBe(200);
  });
});
