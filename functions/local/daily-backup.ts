import { execFile } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Services } from "../services.ts";
import { backupName, type Keeping, listBackups, madeAt, thin } from "./backups.ts";
import { buildFolder } from "./settings.ts";
import type { Troubles } from "./troubles.ts";
import { removeUnfinished } from "./unfinished.ts";

/** A little less than a day, so that it does not wander through the day. */
const DUE_AFTER = 23.75 * 60 * 60_000;

interface Due {
  /** Where backups stand. */
  folder: string;
  keeping: Keeping;
  /** The data folder of the server that runs. */
  data: string;
  troubles: Troubles;
  log: Services["log"];
  now: Date;
  stop: AbortSignal;
}

/**
 * Makes a backup where the newest is a day old, by the command that a person would give, in a process of its own; then
 * old ones go. One that fails is told, and tried again the next time.
 */
export async function dailyBackup(due: Due): Promise<void> {
  const { folder, keeping, data, troubles, log, now, stop } = due;
  const [newest] = await listBackups(folder);
  if (newest !== undefined && now.getTime() - madeAt(newest)!.getTime() < DUE_AFTER) return;
  const made = join(folder, backupName(now));
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await removeUnfinished(folder, (name) => madeAt(name) !== undefined);
    await backup(made, data, stop);
    const thinned = await thin(folder, keeping);
    log({ level: "info", event: "backup", made, thinned });
    troubles.end("backup-failed");
  } catch (failure) {
    if (stop.aborted) return;
    troubles.begin("backup-failed", { folder, why: (failure as Error).message });
  }
}

function backup(made: string, data: string, signal: AbortSignal): Promise<void> {
  const kenes = join(buildFolder(), "functions/local/kenes.mjs");
  const env = { ...process.env, KENES_DATA: data };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [kenes, "backup", made], { env, signal }, (failure, _out, err) => {
      if (failure === null) resolve();
      else reject(new Error(err.trim().split("\n").at(-1) || failure.message));
    });
  });
}
