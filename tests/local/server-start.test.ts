import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from "vitest";
import { BALLOT_PATH, goodBallot, newReceipt } from "../support/client.ts";
import { type RunningServer, runCommand, startServer } from "../support/server.ts";
import { newFolder } from "./installation.ts";

const ID = "kazakhstan-2019";
const bundle = resolve(import.meta.dirname, "../../dist/functions/local/server.mjs");

/** Starts the server and gives its exit code and what it said, for starts that must fail. */
async function failingStart(env: Record<string, string>) {
  const child = spawn(process.execPath, [bundle], { env: { ...process.env, ...env } });
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, said };
}

describe("a start that cannot be says why in one line and exits 1", () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  test("the folder is in use", async () => {
    const { code, said } = await failingStart({ KENES_DATA: server.folder, PORT: "0" });
    expect([code, said]).toEqual([1, expect.stringMatching(/^Kenes .*already runs.*\n$/)]);
  });

  test("the port is taken", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    onTestFinished(() => void taken.close());
    const { port } = taken.address() as { port: number };
    const { code, said } = await failingStart({
      KENES_DATA: await newFolder(),
      PORT: String(port),
    });
    expect([code, said]).toEqual([1, expect.stringMatching(/^.*port \d+ is taken.*\n$/)]);
  });

  test.each([
    ["PORT is no number", { PORT: "web" }, /PORT/],
    ["there is no Java", { PATH: "/nonexistent" }, /openjdk-17.*brew.*winget/],
    [
      "the database that it is to join is not there",
      { DYNAMODB_ENDPOINT: "http://127.0.0.1:1", PORT: "0" },
      /^.*no database answers at DYNAMODB_ENDPOINT \(http:\/\/127.0.0.1:1\)/,
    ],
  ])("%s", async (_, env, line) => {
    const { code, said } = await failingStart({ KENES_DATA: await newFolder(), ...env });
    expect(code).toBe(1);
    expect(said).toMatch(line);
    expect(said.trim().split("\n")).toHaveLength(1);
  });

  test("the folder cannot be written", async () => {
    const file = join(await newFolder(), "file");
    await writeFile(file, "");
    const { code, said } = await failingStart({ KENES_DATA: join(file, "below"), PORT: "0" });
    expect([code, said]).toEqual([1, expect.stringMatching(/^.*KENES_DATA.*\n$/)]);
  });

  test("the database's port shows nothing to who does not know the key", async () => {
    const { endpoint } = server.instance;
    const answer = await fetch(endpoint, {
      method: "POST",
      headers: {
        "X-Amz-Target": "DynamoDB_20120810.ListTables",
        "Content-Type": "application/x-amz-json-1.0",
        Authorization:
          "AWS4-HMAC-SHA256 Credential=stranger/20261124/kenes-local/dynamodb/aws4_request, SignedHeaders=host, Signature=0",
      },
      body: "{}",
    });
    expect(await answer.json()).toEqual({ TableNames: [] });
  });

  test("commands without a running server say how to start it", async () => {
    for (const name of ["invite", "simulate", "recount"] as const) {
      const words = name === "simulate" ? [] : name === "recount" ? [ID] : [ID, "1"];
      const { code, output } = await runCommand(await newFolder(), name, words);
      expect([code, output]).toEqual([3, expect.stringContaining("npm start")]);
    }
  });
});

test("a server that joins a database needs no Java, keeps its data there, and leaves it running", async () => {
  const folder = await newFolder();
  const database = inject("databaseEndpoint");
  const first = await startServer({ folder, database });
  expect(first.instance.own).toBeUndefined();
  const receipt = newReceipt();
  expect((await send(first.url, receipt)).status).toBe(201);
  first.process.kill("SIGTERM");
  await once(first.process, "exit");
  expect(first.process.exitCode).toBe(0);

  const again = await first.again();
  onTestFinished(() => again.stop());
  const read = { headers: { Authorization: `Bearer ${receipt}` } };
  expect((await fetch(again.url + BALLOT_PATH, read)).status).toBe(200);
  const other = await startServer({ database });
  onTestFinished(() => other.stop());
  expect((await fetch(other.url + BALLOT_PATH, read)).status).toBe(404);
});

const send = (url: string, receipt: string) =>
  fetch(url + BALLOT_PATH, {
    method: "PUT",
    headers: { Authorization: `Bearer ${receipt}`, "Content-Type": "application/json" },
    body: JSON.stringify(goodBallot()),
  });
