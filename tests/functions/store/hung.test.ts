import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { RATE, RECEIPT, pathOf } from "../../../domain/paths.ts";
import { createApp } from "../../../functions/app.ts";
import type { App } from "../../../functions/http/environment.ts";
import { repeat } from "../../../functions/local/repeat.ts";
import { LOCAL_TABLES } from "../../../functions/local/services.ts";
import { clientLimits } from "../../../functions/part-limits.ts";
import type { LogLine, Services } from "../../../functions/services.ts";
import { connect } from "../../../functions/store/database.ts";
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
    for (const ask of [
      () => clientOf(app).put(newReceipt(), goodBallot()),
      () => clientOf(app).get(newReceipt()),
      () => clientOf(app).withdraw(newReceipt()),
    ]) {
      const begun = performance.now();
      const answer = await ask();
      // A connection on which nothing moves ends after ten seconds by itself: that is too late.
      expect(performance.now() - begun).toBeLessThan(8_000);
      expect(answer.status).toBe(503);
      expect(answer.headers.get("Retry-After")).toBe("2");
      expect(await answer.json()).toMatchObject({ title: "busy" });
    }
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
    // On a busy machine it does not answer at the first try.
    const said = new Set(failures.map(({ event, name }) => `${event} ${name}`));
    expect([...said]).toEqual(["job-failed count"]);
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
