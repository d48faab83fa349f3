import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { S3Client } from "@aws-sdk/client-s3";
import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { RATE, RECEIPT, pathOf } from "../../../domain/paths.ts";
import { createApp } from "../../../functions/app.ts";
import { bucketFiles } from "../../../functions/files/bucket.ts";
import type { App } from "../../../functions/http/environment.ts";
import { repeat } from "../../../functions/local/repeat.ts";
import { LOCAL_TABLES } from "../../../functions/local/services.ts";
import { clientLimits, IN_A_FUNCTION, ON_ONE_MACHINE } from "../../../functions/part-limits.ts";
import { ANSWER_BY } from "../../../functions/part-limits.ts";
import type { LogLine, Services } from "../../../functions/services.ts";
import { connect, isBusy } from "../../../functions/store/database.ts";
import { ballotStream, connectStreams } from "../../../functions/store/stream.ts";
import { watched } from "../../../functions/watched-database.ts";
import { clientOf, goodBallot, newReceipt } from "../../support/client.ts";
import { type HangingProxy, hangingProxy } from "../../support/hanging-proxy.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";

/** A part that hangs is given up as in earnest, only sooner. */
const SOON = { connectMs: 400, answerMs: 400, attempts: 2 };

const { id } = KAZAKHSTAN;

describe("a database that hangs", () => {
  let proxy: HangingProxy;
  let world: Services;
  let app: App;
  const logged: LogLine[] = [];

  beforeAll(async () => {
    proxy = await hangingProxy(inject("databaseEndpoint"));
    const direct = await freshWorld();
    const { credentials, region } = direct.db.client.config;
    const config = {
      endpoint: proxy.endpoint,
      region: await region(),
      credentials,
      ...clientLimits(SOON),
    };
    const log = (line: LogLine) => void logged.push(line);
    const db = watched(connect(LOCAL_TABLES, config), log);
    world = { ...direct, db, streams: connectStreams(config), newsBy: 50, log };
    app = createApp(world);
    // What everybody asks for is in memory; on a busy machine not at the first try.
    while ((await app.request(pathOf(RATE, { id }))).status !== 200);
  });
  afterAll(() => proxy.close());
  beforeEach(() => {
    proxy.hang();
    return () => proxy.goOn();
  });

  test("is busy, for the API, within the time that was given it", async () => {
    const begun = performance.now();
    for (const ask of [
      () => clientOf(app).put(newReceipt(), goodBallot()),
      () => clientOf(app).get(newReceipt()),
      () => clientOf(app).withdraw(newReceipt()),
    ]) {
      const answer = await ask();
      expect(answer.status).toBe(503);
      expect(answer.headers.get("Retry-After")).toBe("2");
      expect(await answer.json()).toMatchObject({ title: "busy" });
    }
    // A connection on which nothing moves ends after ten seconds by itself: that is too late.
    expect(performance.now() - begun).toBeLessThan(8_000);
  });

  test("is busy, for a form, as a page; and pages that are in memory are shown", async () => {
    const answer = await app.request(pathOf(RECEIPT, { id, lang: "kk" }), {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ receipt: newReceipt(), do: "open" }),
    });
    expect(answer.status).toBe(503);
    expect(answer.headers.get("Retry-After")).toBe("2");
    expect(await answer.text()).toContain('<html lang="kk"');
    expect((await app.request(pathOf(RATE, { id }))).status).toBe(200);
  });

  test("ends what a job waits for, and the job goes on when it answers", async () => {
    const stop = new AbortController();
    const failures: LogLine[] = [];
    const told = (line: LogLine) => {
      failures.push(line);
      proxy.goOn();
    };
    let streams = 0;
    await repeat("count", 1, stop.signal, told, async () => {
      await ballotStream(world.db, world.streams);
      streams += 1;
      stop.abort();
    });
    expect(streams).toBe(1);
    expect(failures.map(({ event, name }) => [event, name])).toEqual([["job-failed", "count"]]);
  });

  test("is told to the operators once, and that it answers again", async () => {
    logged.length = 0;
    const read = () => clientOf(app).get(newReceipt());
    const answered = async () => {
      proxy.goOn();
      while ((await read()).status !== 404);
    };
    await answered();
    proxy.hang();
    logged.length = 0;
    const answers = await Promise.all([read(), read(), read()]);
    expect(answers.map(({ status }) => status)).toEqual([503, 503, 503]);
    await answered();
    const calls = logged.filter(({ call }) => call === "GetItemCommand");
    expect(calls.filter(({ event }) => event === "database-fails").length).toBeLessThanOrEqual(1);
    expect(calls.at(-1)).toMatchObject({ event: "database-answers", failed: expect.any(Number) });
    expect(logged.filter(({ event }) => event === "failure")).toEqual([]);
  });
});

test("what fails is told at most once a minute for each kind of call", async () => {
  const server = createServer((_, answer) =>
    // As DynamoDB Local answers to a write when its disk is full.
    answer.writeHead(500).end(JSON.stringify({ __type: "com.amazonaws#InternalFailure" })),
  );
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const logged: LogLine[] = [];
  let now = 0;
  const config = {
    endpoint: `http://127.0.0.1:${port}`,
    region: "nowhere",
    credentials: { accessKeyId: "a", secretAccessKey: "b" },
    maxAttempts: 1,
  };
  const log = (line: LogLine) => void logged.push(line);
  const world = await freshWorld();
  const app = createApp({ ...world, log });
  const full = createApp({
    ...world,
    log,
    db: watched(connect(LOCAL_TABLES, config), log, () => now),
  });
  const asked = async () => (await full.request("/")).status;
  expect([await asked(), await asked()]).toEqual([503, 503]);
  expect(logged).toEqual([
    {
      level: "error",
      event: "database-fails",
      call: expect.any(String),
      failure: "InternalFailure",
    },
  ]);
  now = 60_000;
  expect(await asked()).toBe(503);
  expect(logged).toHaveLength(2);
  // A fault of ours stays one.
  world.db.client.middlewareStack.add(
    () => () => Promise.reject(new TypeError("a fault of ours")),
    { step: "initialize" },
  );
  expect((await clientOf(app).get(newReceipt())).status).toBe(500);
  server.close();
});

test("files and secrets that hang are given up", async () => {
  const server = createServer(() => undefined);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const config = {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: "nowhere",
    credentials: { accessKeyId: "a", secretAccessKey: "b" },
    ...clientLimits(SOON),
  };
  const files = bucketFiles("bucket", new S3Client({ ...config, forcePathStyle: true }));
  const secrets = new SecretsManagerClient(config);
  const failures = await Promise.allSettled([
    files.read("a/file"),
    secrets.send(new GetSecretValueCommand({ SecretId: "one" })),
  ]);
  expect(failures.map((one) => one.status === "rejected" && isBusy(one.reason))).toEqual([
    true,
    true,
  ]);
  server.closeAllConnections();
  server.close();
});

test.each([
  ["a function", IN_A_FUNCTION, ANSWER_BY.inAFunction, 10_000],
  ["one machine", ON_ONE_MACHINE, ANSWER_BY.onOneMachine, 60_000],
])("in %s all tries of a call end before the answer has to be made", (_, limits, by, given) => {
  // Between tries the SDK waits under a second.
  expect(limits.attempts * limits.answerMs + 1_000).toBeLessThan(by);
  expect(by).toBeLessThan(given);
});

test("whatever an answer waits for, it comes in time", async () => {
  const world = await freshWorld();
  const app = createApp({ ...world, answerBy: 100 });
  app.get("/for-ever", () => new Promise<Response>(() => undefined));
  const answer = await app.request("/for-ever");
  expect([answer.status, answer.headers.get("Retry-After")]).toEqual([503, "2"]);
  expect(answer.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
});
