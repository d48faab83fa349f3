import { chmod, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { kenes } from "../support/kenes.ts";
import { startServer } from "../support/server.ts";

/* A database that is asked with credentials: DynamoDB Local takes any, and shows each its own tables. */

const SECRET = randomBytes(20).toString("hex");
const accessKeyId = randomBytes(16).toString("hex");
const endpoint = inject("databaseEndpoint");
let home: string;
let file: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "kenes-foreign-"));
  file = join(home, "credentials");
  await writeFile(file, `AWS_ACCESS_KEY_ID=${accessKeyId}\nAWS_SECRET_ACCESS_KEY=${SECRET}\n`);
  await chmod(file, 0o600);
});
afterAll(() => rm(home, { recursive: true, force: true }));

async function tables(key = accessKeyId): Promise<string[]> {
  const client = new DynamoDBClient({
    endpoint,
    region: "kenes-local",
    credentials: { accessKeyId: key, secretAccessKey: "x" },
  });
  const { TableNames = [] } = await client.send(new ListTablesCommand({}));
  client.destroy();
  return TableNames;
}

test("a server and the commands beside it work on it, and no credential is written or said", async () => {
  const env = { DYNAMODB_CREDENTIALS: file, DYNAMODB_PREFIX: "council-" };
  const server = await startServer({ database: endpoint, env });
  try {
    expect(server.said()).toContain(`Database       ${endpoint}\n`);
    expect(server.said()).not.toContain("A trial");
    expect(await tables()).toEqual(["council-ballots", "council-ephemeral", "council-main"]);
    const record = join(server.folder, "instance.json");
    expect((await stat(record)).mode & 0o777).toBe(0o600);
    const written = await readFile(record, "utf8");
    expect(JSON.parse(written)).toMatchObject({ endpoint, foreign: { credentials: file } });
    for (const secret of [SECRET, accessKeyId]) {
      expect([written.includes(secret), server.said().includes(secret)]).toEqual([false, false]);
    }
    // Nothing is said of the database: the folder says it.
    const recounted = await kenes(["recount", "kazakhstan-2019"], { folder: server.folder });
    expect([recounted.code, recounted.out]).toEqual([0, expect.stringContaining("agree")]);
    const kept = join(home, "backup");
    expect((await kenes(["backup", kept], { folder: server.folder })).code).toBe(0);
    const restore = (prefix: string) =>
      kenes(["restore", kept], {
        folder: join(home, `of-${prefix}`),
        env: { DYNAMODB_ENDPOINT: endpoint, ...env, DYNAMODB_PREFIX: prefix },
      });
    const over = await restore("council-");
    expect([over.code, over.err]).toEqual([1, expect.stringContaining("is not empty")]);
    expect((await restore("other-")).code).toBe(0);
    expect(await tables()).toContain("other-ballots");
    // A command that may not read the credentials says so, and not that nothing runs.
    await chmod(file, 0o640);
    const open = await kenes(["recount", "kazakhstan-2019"], { folder: server.folder });
    expect([open.code, open.err]).toEqual([3, expect.stringContaining(`chmod 600 ${file}`)]);
    await chmod(file, 0o600);
  } finally {
    await server.stop();
  }
});

const NOBODY = "b".repeat(32);
const credentials = { AWS_ACCESS_KEY_ID: NOBODY, AWS_SECRET_ACCESS_KEY: "x" };

test("the contract is stopped by Ctrl-C, and its tables are gone", async () => {
  const command = resolve(import.meta.dirname, "../../bin/kenes.mjs");
  const words = [command, "contract", "--endpoint", endpoint];
  const child = spawn(process.execPath, words, {
    env: { ...process.env, ...credentials },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [out, err] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => (out += chunk));
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => (err += chunk));
  while (!err.includes("tables-are-made")) await wait(50);
  expect(await tables(NOBODY)).toHaveLength(3);
  child.kill("SIGINT");
  expect(await once(child, "close")).toEqual([1, null]);
  expect([out, err]).toEqual(["", expect.stringContaining("stopped; the tables are removed\n")]);
  expect(await tables(NOBODY)).toEqual([]);
});

test("the contract says whom it would ask, and ends with 3 where nobody answers", async () => {
  const none = { DYNAMODB_ENDPOINT: "", DYNAMODB_CREDENTIALS: "" };
  const unsaid = await kenes(["contract"], { env: none });
  expect([unsaid.code, unsaid.err]).toEqual([2, expect.stringContaining("--endpoint <url>")]);
  const nobody = await kenes(["contract", "--endpoint", "http://127.0.0.1:1"], {
    env: credentials,
  });
  expect([nobody.code, nobody.err]).toEqual([3, "http://127.0.0.1:1: nobody listens there\n"]);
});
