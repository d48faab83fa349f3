import { execFile } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { kenes } from "../support/kenes.ts";
import { type RunningServer, startServer } from "../support/server.ts";
import { KAZAKHSTAN } from "../support/world.ts";

const { id: ID } = KAZAKHSTAN;
const PROBE = resolve(import.meta.dirname, "../../scripts/probe/probe.mjs");

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

/** Runs the probe as cron does. */
const probe = (...words: string[]) =>
  new Promise<{ code: number; out: string }>((done) => {
    execFile(process.execPath, [PROBE, ...words], (failure, out, err) =>
      done({ code: Number(failure?.code ?? 0), out: out + err }),
    );
  });

test("a running server is well, from outside, and by a ballot in a demonstration", async () => {
  await expect.poll(async () => (await fetch(`${server.url}/health`)).status).toBe(200);
  const { code, out } = await probe(server.url, "--write", ID);
  expect([code, out]).toEqual([
    0,
    expect.stringMatching(/^ok\s+health.*\nok\s+home.*\nok\s+api: 1 consultations\nok\s+results/),
  ]);
  expect(out).toContain("a ballot was saved, read back and withdrawn");
});

test("the switch is turned by the command line, and the probe tells it", async () => {
  expect((await kenes(["read-only", "status"], server)).out).toBe("Everything is taken.\n");
  const on = await kenes(["read-only", "on", "--note", "a trial"], server);
  expect([on.code, on.out]).toEqual([0, expect.stringMatching(/^Nothing new .* \(a trial\)\.\n$/)]);
  expect((await kenes(["read-only", "on"], server)).out).toContain("It was on already.");
  await expect
    .poll(async () => (await fetch(`${server.url}/health`)).text())
    .toContain('"read-only"');
  const { code, out } = await probe(server.url, "--json", "--write", ID);
  const { ok, checks } = JSON.parse(out) as {
    ok: boolean;
    checks: { name: string; state: string }[];
  };
  expect([code, ok]).toEqual([1, false]);
  expect(checks).toContainEqual(expect.objectContaining({ name: "health", state: "warning" }));
  expect(checks).toContainEqual(
    expect.objectContaining({ name: `write ${ID}`, detail: expect.stringContaining("503") }),
  );
  const off = await kenes(["read-only", "off", "--json"], server);
  expect(JSON.parse(off.out)).toEqual({ readOnly: false });
});

test("what is not there, or is not Kenes, fails in its line; what is typed wrongly ends with 2", async () => {
  const other = createServer((_, answer) => void answer.end("hello")).listen(0, "127.0.0.1");
  onTestFinished(() => void other.close());
  await new Promise((listening) => other.once("listening", listening));
  const { port } = other.address() as AddressInfo;
  const { code, out } = await probe(`http://127.0.0.1:${port}`);
  expect([code, out.match(/^failed/gm)?.length]).toEqual([1, 3]);
  for (const words of [[], ["kenes.example"], [`${server.url}/about`], [server.url, "--write"]]) {
    expect(await probe(...words)).toMatchObject({ code: 2, out: expect.stringContaining("usage") });
  }
});
