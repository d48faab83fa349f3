import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { expect, onTestFinished } from "vitest";
import { clientConfig, type Connection, probe } from "../../functions/local/database.ts";
import { type Instance, readInstance } from "../../functions/local/instance.ts";
import { isAlive } from "../../functions/local/java.ts";
import { startDatabase } from "../../functions/local/start-database.ts";
import { PATIENCE } from "../support/patience.ts";

const source = new URL("../../functions/", import.meta.url);
const keeper = fileURLToPath(new URL("local/keeper.ts", source));
export const names = { ballots: "test-ballots", main: "test-main", ephemeral: "test-ephemeral" };

export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "kenes-test-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export async function start(folder: string | undefined, choosePort?: () => number) {
  const database = await startDatabase({ folder, keeper, ...(choosePort && { choosePort }) });
  onTestFinished(() => database.stop());
  return database;
}

/** What a database says of itself, however long it takes. */
export const answerOf = (connection: Connection) => probe(connection, PATIENCE);

export function clientOf(connection: Connection): DynamoDBClient {
  return new DynamoDBClient({ ...clientConfig(connection), maxAttempts: 1 });
}

/** A server in a process of its own that claims the folder, starts the database and waits. */
export async function startServer(
  folder: string,
): Promise<{ server: ChildProcess; instance: Instance }> {
  const script = `
    import { claimFolder, recordInstance } from ${JSON.stringify(new URL("local/instance.ts", source).href)};
    import { clientConfig } from ${JSON.stringify(new URL("local/database.ts", source).href)};
    import { startDatabase } from ${JSON.stringify(new URL("local/start-database.ts", source).href)};
    import { makeTables } from ${JSON.stringify(new URL("store/make-tables.ts", source).href)};
    import { DynamoDBClient } from ${JSON.stringify(import.meta.resolve("@aws-sdk/client-dynamodb"))};
    const [folder, keeper, names] = process.argv.slice(2);
    await claimFolder(folder);
    const { endpoint, accessKeyId, keeperPid, databasePid } = await startDatabase({ folder, keeper });
    const instance = { serverPid: process.pid, own: { keeperPid, databasePid }, endpoint, accessKeyId, url: "http://127.0.0.1:1" };
    await recordInstance(folder, instance);
    await makeTables(new DynamoDBClient(clientConfig(instance)), JSON.parse(names));
    console.log("ready");
    setInterval(() => {}, 1000);
  `;
  const file = join(folder, "..", `kenes-test-${process.pid}-${Math.random()}.mjs`);
  await writeFile(file, script);
  const server = spawn(process.execPath, [file, folder, keeper, JSON.stringify(names)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(async () => {
    server.kill("SIGKILL");
    await rm(file, { force: true });
  });
  const [first] = (await Promise.race([
    once(server.stdout!, "data"),
    once(server, "exit"),
  ])) as unknown[];
  expect(String(first).trim()).toBe("ready");
  const instance = await readInstance(folder);
  onTestFinished(() => {
    // A failed test must not leave Java behind.
    try {
      process.kill(instance.own!.databasePid, "SIGKILL");
    } catch {}
  });
  return { server, instance };
}

/** Whether a process ends, which is waited for. */
export async function gone(pid: number): Promise<boolean> {
  for (const deadline = Date.now() + PATIENCE; Date.now() < deadline; await sleep(50)) {
    if (!(await isAlive(pid))) return true;
  }
  return false;
}

export async function kill(pid: number): Promise<void> {
  process.kill(pid, "SIGKILL");
  expect(await gone(pid)).toBe(true);
}
