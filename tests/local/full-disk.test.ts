import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, open, readdir, rm, rmdir, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { claimFolder, releaseInstance } from "../../functions/local/instance.ts";
import { Troubles } from "../../functions/local/troubles.ts";
import { runUpkeep } from "../../functions/local/upkeep.ts";
import type { LogLine } from "../../functions/services.ts";
import { newFolder } from "./installation.ts";

let disk: string | undefined;
afterAll(async () => {
  if (disk === undefined) return;
  execFileSync("umount", [disk]);
  await rmdir(disk);
});

/** A disk of a megabyte; undefined, and said, where this user may mount none. */
async function smallDisk(): Promise<string | undefined> {
  const folder = await mkdtemp(join(tmpdir(), "kenes-small-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], { stdio: "ignore" });
    disk = folder;
  } catch {
    process.stderr.write("No small disk can be mounted here: a full one was not tried.\n");
  }
  return disk;
}

async function fillUp(folder: string): Promise<string> {
  const file = join(folder, "filling");
  const handle = await open(file, "w");
  try {
    for (;;) await handle.write(Buffer.alloc(4096));
  } catch (failure) {
    expect((failure as NodeJS.ErrnoException).code).toBe("ENOSPC");
  } finally {
    await handle.close();
  }
  return file;
}

test("a start on a full disk says so, and keeps no later one away", async () => {
  const mounted = await smallDisk();
  if (mounted === undefined) return;
  const folder = join(mounted, "data");
  await mkdir(folder);
  const filling = await fillUp(mounted);
  for (let time = 0; time < 2; time++) {
    await expect(claimFolder(folder)).rejects.toThrow(/^The disk is full: .*make room/);
  }
  expect(await readdir(folder)).toEqual([]);
  await rm(filling);
  await claimFolder(folder);
  await releaseInstance(folder);
  await rm(folder, { recursive: true });
});

test("an empty lock, as a killed start or a full disk leaves it, is soon nobody's", async () => {
  const folder = await newFolder();
  await writeFile(join(folder, "instance.lock"), "");
  // As if it were made in ten seconds: else it may be over before it is looked at.
  await utimes(join(folder, "instance.lock"), new Date(), new Date(Date.now() + 10_000));
  await expect(claimFolder(folder)).rejects.toThrow("just starting");
  await expect
    .poll(() =>
      claimFolder(folder).then(
        () => true,
        () => false,
      ),
    )
    .toBe(true);
  await releaseInstance(folder);
});

test("little room is told once, before there is none, and when it is over", async () => {
  const little = disk ?? (await smallDisk());
  if (little === undefined) return;
  const lines: LogLine[] = [];
  const log = (line: LogLine) => void lines.push(line);
  const troubles = new Troubles(log);
  const stop = new AbortController();
  const upkeep = (folder: string) =>
    runUpkeep({ folder, backups: undefined, troubles, log }, stop.signal);
  const all = [upkeep(little), upkeep(little)];
  await expect.poll(() => troubles.all()).toEqual(["disk-nearly-full"]);
  expect(lines).toMatchObject([{ level: "error", event: "disk-nearly-full", folder: little }]);
  all.push(upkeep("/"));
  await expect.poll(() => troubles.all()).toEqual([]);
  stop.abort();
  await Promise.all(all);
});
