import { randomInt } from "node:crypto";
import { once } from "node:events";
import { readdir, rm, stat } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { spawn } from "node:child_process";
import { GetItemCommand, ListTablesCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { expect, onTestFinished, test } from "vitest";
import { probe } from "../../functions/local/database.ts";
import { claimFolder, recordInstance } from "../../functions/local/instance.ts";
import { isAlive } from "../../functions/local/java.ts";
import { makeTables } from "../../functions/store/make-tables.ts";
import {
  answerOf,
  clientOf,
  gone,
  kill,
  names,
  newFolder,
  start,
  startServer,
} from "./installation.ts";

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
  expect(await gone(instance.own!.databasePid)).toBe(true);
  expect(await gone(instance.own!.keeperPid)).toBe(true);
  expect(await probe(instance)).toBe("none");
});

test("kill -9 of keeper and server leaves Java behind, and the next start ends it", async () => {
  const folder = await newFolder();
  const { instance } = await startServer(folder);
  await kill(instance.own!.keeperPid);
  await kill(instance.serverPid);
  await sleep(500);
  expect(await isAlive(instance.own!.databasePid)).toBe(true);

  await claimFolder(folder);
  expect(await probe(instance)).toBe("none");
  expect(await isAlive(instance.own!.databasePid)).toBe(false);
  expect(await answerOf(await start(folder))).toBe("tables");
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
    own: { keeperPid, databasePid },
    endpoint,
    accessKeyId,
    url: "",
  });
  // Whoever claims waits less for a first answer than that may take on a busy machine.
  expect(await answerOf(other)).toBe("tables");
  await claimFolder(folder);
  expect(await answerOf(other)).toBe("tables");
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
  expect(await answerOf(database)).toBe("empty");
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
  expect(await gone(database.databasePid)).toBe(true);
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
    const take = () => {
      late = createServer().listen(port, "0.0.0.0");
      // Ours is still on it.
      late.once("error", () => setTimeout(take, 20));
    };
    if (port === contested) setTimeout(take, 200);
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
  expect([await answerOf(a), await answerOf(b)]).toEqual(["tables", "empty"]);
  expect(await answerOf({ ...a, endpoint: b.endpoint })).toBe("empty");
});
