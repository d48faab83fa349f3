import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { isAlive } from "../../functions/local/java.ts";
import { type Instance, readInstance } from "../../functions/local/instance.ts";
import { gone, newFolder } from "./installation.ts";

const root = resolve(import.meta.dirname, "../..");

/** A folder where `npm start` is ours, but builds nothing: other tests are using the bundle at this moment. */
async function withoutBuild(): Promise<string> {
  const folder = await newFolder();
  const { scripts } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  expect(scripts.start).toContain("node scripts/build-if-newer.ts &&");
  const own = { scripts: { "own-node": "node --version", start: scripts.start } };
  await writeFile(join(folder, "package.json"), JSON.stringify(own));
  await mkdir(join(folder, "scripts"));
  await writeFile(join(folder, "scripts/build-if-newer.ts"), "");
  await symlink(join(root, "dist"), join(folder, "dist"));
  return folder;
}

/** `npm start` as somebody types it, in a process group of its own like a terminal's. */
async function npmStart(): Promise<{ pid: number; instance: Instance }> {
  const folder = await newFolder();
  const npm = spawn("npm", ["start"], {
    cwd: await withoutBuild(),
    env: { ...process.env, KENES_DATA: folder, PORT: "0" },
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
  });
  onTestFinished(() => {
    try {
      process.kill(-npm.pid!, "SIGKILL");
    } catch {
      // Gone, as it should be.
    }
  });
  let said = "";
  while (!said.includes("Kenes is running")) {
    const [chunk] = (await once(npm.stdout, "data")) as [Buffer];
    said += chunk.toString();
  }
  return { pid: npm.pid!, instance: await readInstance(folder) };
}

const all = ({ serverPid, own }: Instance) => [serverPid, own!.keeperPid, own!.databasePid];

test.skipIf(process.platform === "win32").each([
  ["SIGTERM to npm", (pid: number) => process.kill(pid, "SIGTERM")],
  ["Ctrl-C, which reaches the whole group", (pid: number) => process.kill(-pid, "SIGINT")],
])("%s ends everything that npm start started", async (_, signal) => {
  const { pid, instance } = await npmStart();
  for (const one of all(instance)) expect(await isAlive(one)).toBe(true);
  signal(pid);
  for (const one of all(instance)) expect(await gone(one)).toBe(true);
});
