import { type ChildProcess, spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { once } from "node:events";
import { chmod, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import {
  DynamoDBClient,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  GetItemCommand,
  ListTablesCommand,
  PutItemCommand,
} from "@aws-sdk/client-dynamodb";
import { expect, onTestFinished, test, vi } from "vitest";
import {
  clientConfig,
  type Connection,
  probe,
  startDatabase,
} from "../../functions/local/database.ts";
import {
  claimFolder,
  type Instance,
  readInstance,
  recordInstance,
  releaseInstance,
} from "../../functions/local/instance.ts";
import { findJava, isAlive, javaVersion } from "../../functions/local/java.ts";
import { makeTables } from "../../functions/store/make-tables.ts";

vi.setConfig({ testTimeout: 90_000 });

const source = new URL("../../functions/", import.meta.url);
const keeper = fileURLToPath(new URL("local/keeper.ts", source));
const names = { ballots: "test-ballots", main: "test-main", ephemeral: "test-ephemeral" };

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "kenes-test-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function start(folder: string | undefined, choosePort?: () => number) {
  const database = await startDatabase({ folder, keeper, ...(choosePort && { choosePort }) });
  onTestFinished(() => database.stop());
  return database;
}

function clientOf(connection: Connection): DynamoDBClient {
  return new DynamoDBClient({ ...clientConfig(connection), maxAttempts: 1 });
}

/** A server in a process of its own that claims the folder, starts the database and waits. */
async function startServer(folder: string): Promise<{ server: ChildProcess; instance: Instance }> {
  const script = `
    import { claimFolder, recordInstance } from ${JSON.stringify(new URL("local/instance.ts", source).href)};
    import { clientConfig, startDatabase } from ${JSON.stringify(new URL("local/database.ts", source).href)};
    import { makeTables } from ${JSON.stringify(new URL("store/make-tables.ts", source).href)};
    import { DynamoDBClient } from ${JSON.stringify(import.meta.resolve("@aws-sdk/client-dynamodb"))};
    const [folder, keeper, names] = process.argv.slice(2);
    await claimFolder(folder);
    const { endpoint, accessKeyId, keeperPid, databasePid } = await startDatabase({ folder, keeper });
    const instance = { serverPid: process.pid, keeperPid, databasePid, endpoint, accessKeyId, url: "http://127.0.0.1:1" };
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
      process.kill(instance.databasePid, "SIGKILL");
    } catch {}
  });
  return { server, instance };
}

async function gone(pid: number, ms: number): Promise<boolean> {
  for (const deadline = Date.now() + ms; Date.now() < deadline; await sleep(50)) {
    if (!(await isAlive(pid))) return true;
  }
  return false;
}

async function kill(pid: number): Promise<void> {
  process.kill(pid, "SIGKILL");
  expect(await gone(pid, 5_000)).toBe(true);
}

test("data survive a restart and show only under the key of the folder", async () => {
  const folder = await newFolder();
  const item = { pk: { S: "a" }, sk: { S: "b" } };
  const first = await start(folder);
  await makeTables(clientOf(first), names);
  await clientOf(first).send(new PutItemCommand({ TableName: names.main, Item: item }));
  await first.stop();
  expect(await first.exited).toBe("stopped");
  expect(await probe(first)).toBe("none");

  const second = await start(folder);
  expect(second.accessKeyId).toBe(first.accessKeyId);
  const { Item } = await clientOf(second).send(
    new GetItemCommand({ TableName: names.main, Key: item }),
  );
  expect(Item).toEqual(item);

  const stranger = clientOf({ ...second, accessKeyId: "0123456789ABCDEFGHJKMNPQRS" });
  expect((await stranger.send(new ListTablesCommand({}))).TableNames).toEqual([]);
});

test("the key is random, private, and never replaced where data are", async () => {
  const folder = await newFolder();
  const database = await start(folder);
  const other = await start(undefined);
  expect(database.accessKeyId).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
  expect(other.accessKeyId).not.toBe(database.accessKeyId);
  expect((await stat(join(folder, "database-key"))).mode & 0o777).toBe(0o600);
  expect((await stat(join(folder, "database"))).mode & 0o777).toBe(0o700);
  expect((await readdir(folder)).toSorted()).toEqual(["database", "database-key"]);
  await database.stop();

  await rm(join(folder, "database-key"));
  await expect(start(folder)).rejects.toThrow("database-key is missing or damaged");
});

test("kill -9 of the server ends Java", async () => {
  const { server, instance } = await startServer(await newFolder());
  server.kill("SIGKILL");
  expect(await gone(instance.databasePid, 5_000)).toBe(true);
  expect(await gone(instance.keeperPid, 1_000)).toBe(true);
  expect(await probe(instance)).toBe("none");
});

test("kill -9 of keeper and server leaves Java behind, and the next start ends it", async () => {
  const folder = await newFolder();
  const { instance } = await startServer(folder);
  await kill(instance.keeperPid);
  await kill(instance.serverPid);
  await sleep(500);
  expect(await probe(instance)).toBe("tables");

  await claimFolder(folder);
  expect(await probe(instance)).toBe("none");
  expect(await isAlive(instance.databasePid)).toBe(false);
  expect(await probe(await start(folder))).toBe("tables");
});

test("a database that was left behind is ended only under its own key", async () => {
  const folder = await newFolder();
  const other = await start(undefined);
  await makeTables(clientOf(other), names);
  const dead = spawn(process.execPath, ["-e", ""]);
  await once(dead, "exit");
  const { endpoint, keeperPid, databasePid } = other;
  const accessKeyId = "0123456789ABCDEFGHJKMNPQRS";
  await recordInstance(folder, {
    serverPid: dead.pid!,
    keeperPid,
    databasePid,
    endpoint,
    accessKeyId,
    url: "",
  });
  await claimFolder(folder);
  expect(await probe(other)).toBe("tables");
});

test("stop ends Java although its keeper was killed", async () => {
  const database = await start(undefined);
  await kill(database.keeperPid);
  expect(await database.exited).toContain("SIGKILL");
  expect(await probe(database)).not.toBe("none");
  await database.stop();
  expect(await probe(database)).toBe("none");
});

test("the keeper ignores Ctrl-C and is outside the group it reaches", async () => {
  const database = await start(undefined);
  process.kill(database.keeperPid, "SIGINT");
  await sleep(500);
  expect(await isAlive(database.keeperPid)).toBe(true);
  expect(await probe(database)).toBe("empty");
  expect(() => process.kill(-database.keeperPid, 0)).not.toThrow();
});

test("the keeper ends with Java and says why", async () => {
  const database = await start(undefined);
  process.kill(database.databasePid, "SIGKILL");
  expect(await database.exited).toBe("DynamoDB Local ended (SIGKILL)");
});

test("SIGTERM to the keeper ends Java", async () => {
  const database = await start(undefined);
  process.kill(database.keeperPid, "SIGTERM");
  expect(await gone(database.databasePid, 5_000)).toBe(true);
});

test("a port that is taken is given up for another", async () => {
  const other = await start(undefined);
  const contested = randomInt(10_000, 20_000);
  const ports = [other.port, contested, contested + 1];
  let late: Server | undefined;
  onTestFinished(() => void late?.close());
  const database = await start(undefined, () => {
    const port = ports.shift()!;
    // Taken after the trial, before Java.
    if (port === contested) setTimeout(() => (late = createServer().listen(port, "0.0.0.0")), 200);
    return port;
  });
  expect(database.port).toBe(contested + 1);
  expect(late?.listening).toBe(true);

  await expect(start(undefined, () => other.port)).rejects.toThrow(
    `did not start: port ${other.port} is taken`,
  );
});

test("two starts that want the same port get different ones", async () => {
  const wanted = randomInt(10_000, 20_000);
  const choose = () => {
    const ports = [wanted];
    return () => ports.pop() ?? wanted + 1;
  };
  const later = async () => {
    // The first has tried the port and Java has not yet taken it.
    await sleep(300);
    return start(undefined, choose());
  };
  const [a, b] = await Promise.all([start(undefined, choose()), later()]);
  expect(new Set([a.port, b.port])).toEqual(new Set([wanted, wanted + 1]));
  await makeTables(clientOf(a), names);
  expect([await probe(a), await probe(b)]).toEqual(["tables", "empty"]);
  expect(await probe({ ...a, endpoint: b.endpoint })).toBe("empty");
});

test("a folder held by a running server is refused, and known to the commands", async () => {
  const folder = await newFolder();
  await expect(readInstance(folder)).rejects.toThrow("Kenes is not running with this data folder");
  const { server, instance } = await startServer(folder);
  await expect(claimFolder(folder)).rejects.toThrow(/^Kenes already runs on the data folder .*$/);
  expect(await probe(instance)).toBe("tables");
  expect(await readInstance(folder)).toEqual(instance);
  expect(instance.serverPid).toBe(server.pid);
  expect((await stat(join(folder, "instance.json"))).mode & 0o777).toBe(0o600);

  server.kill("SIGKILL");
  expect(await gone(instance.databasePid, 5_000)).toBe(true);
  await expect(readInstance(folder)).rejects.toThrow("npm start");
  await claimFolder(folder);
  await releaseInstance(folder);
  expect((await readdir(folder)).toSorted()).toEqual(["database", "database-key"]);
});

test("of starts at the same moment one gets the folder, whatever lock was left there", async () => {
  const folder = join(await newFolder(), "new");
  const lock = join(folder, "instance.lock");
  const claims = async () => {
    const all = await Promise.allSettled(Array.from({ length: 8 }, () => claimFolder(folder)));
    return all.filter(({ status }) => status === "fulfilled").length;
  };
  expect(await claims()).toBe(1);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  expect(await claims()).toBe(0);
  await expect(claimFolder(folder)).rejects.toThrow("Another Kenes is just starting");

  const dead = spawn(process.execPath, ["-e", ""]);
  await once(dead, "exit");
  await writeFile(lock, String(dead.pid));
  expect(await claims()).toBe(1);
  expect(await readFile(lock, "utf8")).toBe(String(process.pid));

  // The process id of a start that died long ago now belongs to a living process.
  await utimes(lock, 0, 0);
  expect(await claims()).toBe(1);
  await releaseInstance(folder);
  expect(await readdir(folder)).toEqual([]);
});

test("a folder that cannot be written is refused in one line", async () => {
  const folder = await newFolder();
  const file = join(folder, "file");
  await writeFile(file, "");
  await expect(claimFolder(join(file, "below"))).rejects.toThrow(
    /^Cannot write to the data folder .*ENOTDIR.*$/,
  );
  await expect(claimFolder(file)).rejects.toThrow(/^Cannot write to the data folder .*$/);
  // The rights of a folder mean nothing to root.
  if (process.getuid?.() === 0) return;
  await chmod(folder, 0o500);
  await expect(claimFolder(folder)).rejects.toThrow(/^Cannot write to the data folder .*EACCES.*$/);
});

test("tables are made once, by several callers at once, and again", async () => {
  const client = clientOf(await start(undefined));
  await Promise.all([
    makeTables(client, names),
    makeTables(client, names),
    makeTables(client, names),
  ]);
  await makeTables(client, names);
  const { TableNames } = await client.send(new ListTablesCommand({}));
  expect(TableNames?.toSorted()).toEqual(Object.values(names).toSorted());
  const { Table } = await client.send(new DescribeTableCommand({ TableName: names.ballots }));
  expect(Table?.StreamSpecification?.StreamViewType).toBe("NEW_AND_OLD_IMAGES");
  expect(Table?.BillingModeSummary?.BillingMode).toBe("PAY_PER_REQUEST");
  const TableName = names.ephemeral;
  const { TimeToLiveDescription } = await client.send(new DescribeTimeToLiveCommand({ TableName }));
  expect(TimeToLiveDescription).toEqual({
    AttributeName: "expiresAt",
    TimeToLiveStatus: "ENABLED",
  });
});

test("no Java gives one line that says what to install", async () => {
  expect(await findJava()).toEqual({ ok: true });
  vi.stubEnv("PATH", "/nonexistent");
  onTestFinished(() => void vi.unstubAllEnvs());
  const found = await findJava();
  expect(found).toMatchObject({
    ok: false,
    message: expect.stringMatching(/^.*found none.*openjdk-17.*brew.*winget.*$/),
  });
});

test.skipIf(process.platform === "win32")("a Java too old is named", async () => {
  const folder = await newFolder();
  await writeFile(join(folder, "java"), "#!/bin/sh\necho 'java version \"1.8.0_412\"' >&2\n", {
    mode: 0o755,
  });
  vi.stubEnv("PATH", folder);
  onTestFinished(() => void vi.unstubAllEnvs());
  expect(await findJava()).toMatchObject({
    ok: false,
    message: expect.stringContaining("found only Java 8:"),
  });
});

test.each([
  ['openjdk version "17.0.15" 2025-04-15', 17],
  ['Picked up JAVA_TOOL_OPTIONS: -Xmx1g\nopenjdk version "21" 2023-09-19', 21],
  ['java version "1.8.0_412"', 8],
  ['openjdk version "22-ea"', 22],
  ["The operation couldn’t be completed. Unable to locate a Java Runtime.", undefined],
])("the version in %j", (printed, version) => expect(javaVersion(printed)).toBe(version));
