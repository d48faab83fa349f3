/** `instance.lock` exists only while a server starts, so that of two starts at once one is refused. */
import { readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isAlive } from "./java.ts";

/** A start takes less. An older lock was left by a start that died, whoever has its process id now. */
const LOCK_LIMIT_MS = 120_000;
/** A lock is empty between two steps of one process; for longer only where it died between them, or the disk was full. */
const EMPTY_LIMIT_MS = 2_000;

/** Takes the lock of a folder for this process. Throws one clear line when a start holds it. */
export async function takeLock(folder: string): Promise<void> {
  const file = lockFile(folder);
  const stale = await staleLock(folder, file);
  if (stale !== undefined) {
    // Moved before it is removed: of several that found the same stale lock one moves it, and
    // nobody removes the fresh lock that the quickest has made since.
    const aside = `${file}.${process.pid}`;
    await rename(file, aside).catch(() => {});
    const moved = await readFile(aside, "utf8").catch(() => stale);
    if (moved !== stale) await rename(aside, file);
    await rm(aside, { force: true });
  }
  try {
    await writeFile(file, String(process.pid), { flag: "wx", mode: 0o600 });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "EEXIST") throw starting(folder);
    // Made, and not written: on a full disk it would keep every start away.
    await rm(file, { force: true });
    throw cause;
  }
}

/** The same for a server that may hold it already; false when another process has it. */
export async function takeLockAgain(folder: string): Promise<boolean> {
  await dropLock(folder);
  try {
    await takeLock(folder);
    return true;
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === undefined) return false;
    throw failure;
  }
}

/** What a lock left behind contains; undefined when there is none. Throws when a start holds it. */
async function staleLock(folder: string, file: string): Promise<string | undefined> {
  const made = (await stat(file).catch(() => undefined))?.mtimeMs;
  if (made === undefined) return undefined;
  const holder = await readFile(file, "utf8").catch(() => "");
  const age = Date.now() - made;
  const isHeld =
    holder === "" ? age < EMPTY_LIMIT_MS : age < LOCK_LIMIT_MS && (await isAlive(Number(holder)));
  if (isHeld) throw starting(folder);
  return holder;
}

function starting(folder: string): Error {
  return new Error(
    `Another Kenes is just starting on the data folder ${folder}; wait for it or choose another with KENES_DATA.`,
  );
}

/** The process that holds the lock; not a number where none does. */
export const lockHolder = async (folder: string): Promise<number> =>
  Number((await readFile(lockFile(folder), "utf8").catch(() => "")) || NaN);

/** Gives the lock up, if it is this process's. */
export async function dropLock(folder: string): Promise<void> {
  if ((await lockHolder(folder)) === process.pid) await rm(lockFile(folder), { force: true });
}

const lockFile = (folder: string) => join(folder, "instance.lock");
