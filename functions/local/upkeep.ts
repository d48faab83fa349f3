/** What one machine needs besides the jobs of the cloud: room on its disk, and a backup each day. */
import { statfs } from "node:fs/promises";
import type { Services } from "../services.ts";
import { dailyBackup } from "./daily-backup.ts";
import { repeat } from "./repeat.ts";
import type { Troubles } from "./troubles.ts";
import type { Keeping } from "./backups.ts";

/** With less room than this on the data folder's disk its operator is told, in bytes. */
const LITTLE_ROOM = 500 * 2 ** 20;
const LOOK_EVERY = 60_000;
/** How often it is looked whether a backup is due. */
const BACKUP_EVERY = 15 * 60_000;

interface Machine {
  folder: string;
  /** Where backups are made, and how many of them stay; without it none is made. */
  backups: { folder: string; keeping: Keeping } | undefined;
  troubles: Troubles;
  log: Services["log"];
}

/** Sees to it until all is stopped. */
export async function runUpkeep(machine: Machine, stop: AbortSignal): Promise<void> {
  const { folder, backups, troubles, log } = machine;
  await Promise.all([
    repeat("disk", LOOK_EVERY, stop, log, () => lookForRoom(folder, troubles)),
    backups === undefined
      ? undefined
      : repeat("backup", BACKUP_EVERY, stop, log, () =>
          dailyBackup({ ...backups, data: folder, troubles, log, now: new Date(), stop }),
        ),
  ]);
}

/** Told before the disk is full, while there is time to make room. */
async function lookForRoom(folder: string, troubles: Troubles): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free >= LITTLE_ROOM) {
    troubles.end("disk-nearly-full");
    troubles.end("disk-full");
  } else troubles.begin("disk-nearly-full", { folder, free, threshold: LITTLE_ROOM });
}
