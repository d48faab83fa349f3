import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, inject, onTestFinished, test } from "vitest";
import { joinDatabase } from "../../../functions/local/database.ts";
import { credentialsOf, type Foreign, foreignIn } from "../../../functions/local/foreign.ts";
import { type Lie, lyingProxy, refusal } from "../../support/lying-proxy.ts";
import { tlsProxy } from "../../support/tls-proxy.ts";

const AT = { DYNAMODB_ENDPOINT: "https://db.example:18443" };

async function fileOf(text: string, mode = 0o600): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "kenes-test-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, "credentials");
  await writeFile(file, text);
  await chmod(file, mode);
  return file;
}

const KEYS = "AWS_ACCESS_KEY_ID=AKIAEXAMPLE\nAWS_SECRET_ACCESS_KEY = of/all+secrets=\n";

test("a database of others is one whose credentials are named, whatever else is in the environment", () => {
  expect(foreignIn({ ...AT, AWS_ACCESS_KEY_ID: "a", AWS_SECRET_ACCESS_KEY: "b" })).toBeUndefined();
  expect(foreignIn({ ...AT, DYNAMODB_CREDENTIALS: "environment" })).toEqual({
    streams: undefined,
    region: "kenes-local",
    prefix: "kenes-",
    credentials: "environment",
  });
  const all = {
    ...AT,
    DYNAMODB_CREDENTIALS: "/run/secrets/database",
    DYNAMODB_STREAMS_ENDPOINT: "https://streams.example",
    DYNAMODB_PREFIX: "council_",
    AWS_REGION: "us-east-1",
  };
  expect(foreignIn(all)).toEqual({
    streams: "https://streams.example",
    region: "us-east-1",
    prefix: "council_",
    credentials: "/run/secrets/database",
  });
});

test.each([
  [{ DYNAMODB_CREDENTIALS: "environment" }, "DYNAMODB_CREDENTIALS needs DYNAMODB_ENDPOINT"],
  [{ ...AT, DYNAMODB_PREFIX: "x" }, "DYNAMODB_PREFIX needs DYNAMODB_CREDENTIALS"],
  [
    { ...AT, DYNAMODB_STREAMS_ENDPOINT: "http://x" },
    "DYNAMODB_STREAMS_ENDPOINT needs DYNAMODB_CREDENTIALS",
  ],
  [{ ...AT, DYNAMODB_CREDENTIALS: "environment", DYNAMODB_PREFIX: "a b" }, "DYNAMODB_PREFIX is"],
  [
    { ...AT, DYNAMODB_CREDENTIALS: "environment", DYNAMODB_STREAMS_ENDPOINT: "https://me:pw@x" },
    "DYNAMODB_STREAMS_ENDPOINT is no address",
  ],
])("%o is refused with what to write", (env, line) => {
  expect(() => foreignIn(env)).toThrow(line);
});

test("credentials stand in a file that nobody else may read, and in no message", async () => {
  const file = await fileOf(KEYS);
  expect(await credentialsOf({ credentials: file })).toEqual({
    accessKeyId: "AKIAEXAMPLE",
    secretAccessKey: "of/all+secrets=",
  });
  const open = await fileOf(KEYS, 0o644);
  await expect(credentialsOf({ credentials: open })).rejects.toThrow(
    `others may read ${open}, which holds credentials: chmod 600 ${open}`,
  );
  const half = await fileOf("AWS_ACCESS_KEY_ID=AKIAEXAMPLE\n");
  await expect(credentialsOf({ credentials: half })).rejects.toThrow(
    `${half} lacks AWS_SECRET_ACCESS_KEY for the database`,
  );
  await expect(credentialsOf({ credentials: `${half}-none` })).rejects.toThrow("(ENOENT)");
});

/** The line with which a start ends at such an address. */
async function lineAt(endpoint: string, more: Partial<Foreign> = {}): Promise<string> {
  const foreign = {
    streams: undefined,
    region: "kenes-local",
    prefix: "kenes-",
    credentials: await fileOf(KEYS),
    ...more,
  };
  const failure = await joinDatabase("/nonexistent/kenes", endpoint, foreign).then(
    () => new Error("it was joined"),
    (caught: Error) => caught,
  );
  expect(failure.message).not.toMatch(/AKIAEXAMPLE|of\/all|\n/);
  return failure.message.replace(`the database at DYNAMODB_ENDPOINT (${endpoint})`, "it");
}

async function lying(lie: Lie): Promise<string> {
  const proxy = await lyingProxy(inject("databaseEndpoint"), lie);
  onTestFinished(() => proxy.close());
  return proxy.endpoint;
}

const refusing = (call: string, name: string): Lie => ({
  asked: (asked) => (asked === call ? refusal(name) : undefined),
});

test("what cannot be used is refused in one line, and nothing is made in it", async () => {
  const made: string[] = [];
  const html: Lie = {
    asked: () => ({ type: "text/html", body: "<!doctype html><title>It works!</title>" }),
  };
  const noHtml: Lie = { asked: () => ({ status: 404, type: "text/html", body: "<h1>Not Found" }) };
  const wrong = refusing("DescribeTable", "UnrecognizedClientException");
  const expected: [string, string | RegExp][] = [
    [await lying(html), "it: what answers there does not speak DynamoDB"],
    [await lying(noHtml), "it: what answers there does not speak DynamoDB"],
    [await lying(wrong), "it: it refuses the credentials (UnrecognizedClientException)"],
    ["http://127.0.0.1:1", "it: nobody listens there"],
    ["http://kenes.invalid", /^it: there is no such host \((ENOTFOUND|EAI_AGAIN)\)$/],
  ];
  for (const [call, what] of [
    ["TransactWriteItems", "transactions"],
    ["ListStreams", "streams"],
    ["DescribeTimeToLive", "expiry (TTL)"],
  ] as const) {
    expected.push([
      await lying({
        asked(asked) {
          made.push(asked);
          return asked === call ? refusal("UnknownOperationException") : undefined;
        },
      }),
      `it lacks ${what}, without which nothing can be counted; kenes contract says what else`,
    ]);
  }
  for (const [endpoint, line] of expected)
    expect(await lineAt(endpoint)).toEqual(
      line instanceof RegExp ? expect.stringMatching(line) : line,
    );
  const silent = "http://127.0.0.1:1";
  expect(await lineAt(inject("databaseEndpoint"), { streams: silent })).toBe(
    "it, its streams: nobody listens there",
  );
  expect(await lineAt(inject("databaseEndpoint"))).toBe("it was joined");
  expect(new Set(made)).toEqual(
    new Set(["DescribeTable", "TransactWriteItems", "ListStreams", "DescribeTimeToLive"]),
  );
});

test("a certificate that nobody vouches for is told as such", async () => {
  const proxy = await tlsProxy();
  onTestFinished(proxy.close);
  proxy.leadTo(inject("databaseEndpoint"));
  expect(await lineAt(`https://127.0.0.1:${proxy.port}`)).toMatch(
    /^it: its certificate is not trusted here \(\w+\); NODE_EXTRA_CA_CERTS names/,
  );
  expect(await lineAt(inject("databaseEndpoint").replace("http:", "https:"))).toMatch(
    /^it: it does not speak TLS/,
  );
});
