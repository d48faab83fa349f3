import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, readdir, readFile, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { claimFolder, readInstance, releaseInstance } from "../../functions/local/instance.ts";
import { answerOf, gone, newFolder, startServer } from "./installation.ts";

test("a folder held by a running server is refused, and known to the commands", async () => {
  const folder = await newFolder();
  await expect(readInstance(folder)).rejects.toThrow("Kenes is not running with this data folder");
  const { server, instance } = await startServer(folder);
  await expect(claimFolder(folder)).rejects.toThrow(/^Kenes already runs on the data folder .*$/);
  expect(await answerOf(instance)).toBe("tables");
  expect(await readInstance(folder)).toEqual(instance);
  expect(instance.serverPid).toBe(server.pid);
  expect((await stat(join(folder, "instance.json"))).mode & 0o777).toBe(0o600);

  server.kill("SIGKILL");
  expect(await gone(instance.own!.databasePid)).toBe(true);
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
