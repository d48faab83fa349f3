/**
 * Who runs on a data folder. `instance.json` tells the commands where the running server is;
 * `instance.lock` exists only while a server starts, so that of two starts at once one is refused.
 */
import { access, constants, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Connection, probe } from "./database.ts";
import { writePrivately } from "./database-key.ts";
import { endProcess, isAlive } from "./java.ts";

/** A start takes less. An older lock was left by a start that died, whoever has its process id now. */
const LOCK_LIMIT_MS = 120_000;

/** A running installation. */
export interface Instance extends Connection {
  serverPid: number;
  /** Of a database of its own; one that it has joined is not its to end. */
  own?: { keeperPid: number; databasePid: number };
  /** Where pages and API answer. */
  url: string;
  /** The address by which people come, where that is another one. */
  publicUrl?: string | undefined;
}

/**
 * Makes the folder and takes it for this process, until `recordInstance` or `releaseInstance`. What
 * a server that died has left running is ended first: a second Java on the same files would corrupt
 * them. Throws one clear line when the folder cannot be had.
 */
export async function claimFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    await takeLock(folder);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === undefined) throw cause;
    throw new Error(
      `Cannot write to the data folder ${folder} (${code}); choose another with KENES_DATA.`,
      { cause },
    );
  }
  try {
    const former = await readRecord(folder);
    if (former !== undefined) await settle(folder, former);
    await rm(recordFile(folder), { force: true });
  } catch (cause) {
    await rm(lockFile(folder), { force: true });
    throw cause;
  }
}

/** Makes the running server known. Call it as soon as the database answers. */
export async function recordInstance(folder: string, instance: Instance): Promise<void> {
  await writePrivately(recordFile(folder), `${JSON.stringify(instance, null, 2)}\n`);
  await dropLock(folder);
}

/** Gives the folder up. Harmless when another process holds it by now. */
export async function releaseInstance(folder: string): Promise<void> {
  const record = await readRecord(folder);
  if (record?.serverPid === process.pid) await rm(recordFile(folder), { force: true });
  await dropLock(folder);
}

/**
 * Whether the process that started this one has made itself known on the folder, with the database
 * at this endpoint: then the folder is held already, and for us.
 */
export async function isHeldByParent(
  folder: string,
  endpoint: string | undefined,
): Promise<boolean> {
  const record = await readRecord(folder);
  return record?.serverPid === process.ppid && record.endpoint === endpoint;
}

/** The server that runs on this folder, for the commands that work beside it. Throws when there is none. */
export async function readInstance(folder: string): Promise<Instance> {
  const record = await readRecord(folder);
  if (
    record !== undefined &&
    (await isAlive(record.serverPid)) &&
    (await probe(record)) !== "none"
  ) {
    return record;
  }
  throw new Error(
    `Kenes is not running with this data folder (${folder}); start it with npm start`,
  );
}

/** Returns when nothing runs any more on the folder; throws when a live server does. */
async function settle(folder: string, former: Instance): Promise<void> {
  const answer = await probe(former);
  if (answer !== "none" && (await isAlive(former.serverPid)))
    throw inUse(folder, former.serverPid, former.url);
  if (former.own === undefined) return;
  const { databasePid } = former.own;
  if (!(await isAlive(databasePid))) return;
  if (answer === "tables") return endProcess(databasePid);
  if (answer === "slow") {
    throw new Error(
      `Process ${databasePid} may still hold the data in ${folder} but does not answer; end it and start again.`,
    );
  }
  // Not our data, or none to lose.
  if (answer === "empty") return;
  // It may just be ending; the number may also belong to somebody else by now, so not for long.
  for (let left = 60; left > 0 && (await isAlive(databasePid)); left--) await sleep(50);
}

async function takeLock(folder: string): Promise<void> {
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
    if ((cause as NodeJS.ErrnoException).code !== "EEXIST") throw cause;
    throw starting(folder);
  }
}

/** What a lock left behind contains; undefined when there is none. Throws when a start holds it. */
async function staleLock(folder: string, file: string): Promise<string | undefined> {
  const made = (await stat(file).catch(() => undefined))?.mtimeMs;
  if (made === undefined) return undefined;
  const holder = await readFile(file, "utf8").catch(() => "");
  const fresh = Date.now() - made < LOCK_LIMIT_MS;
  // An empty lock is one about to be written.
  if (fresh && (holder === "" || (await isAlive(Number(holder))))) throw starting(folder);
  return holder;
}

function starting(folder: string): Error {
  return new Error(
    `Another Kenes is just starting on the data folder ${folder}; wait for it or choose another with KENES_DATA.`,
  );
}

async function dropLock(folder: string): Promise<void> {
  const holder = await readFile(lockFile(folder), "utf8").catch(() => "");
  if (holder === String(process.pid)) await rm(lockFile(folder), { force: true });
}

async function readRecord(folder: string): Promise<Instance | undefined> {
  const text = await readFile(recordFile(folder), "utf8").catch(() => undefined);
  try {
    return text === undefined ? undefined : (JSON.parse(text) as Instance);
  } catch {
    return undefined;
  }
}

function inUse(folder: string, pid: number, url: string): Error {
  return new Error(
    `Kenes already runs on the data folder ${folder} (process ${pid}, ${url}); stop it first or choose another with KENES_DATA.`,
  );
}

const recordFile = (folder: string) => join(folder, "instance.json");
const lockFile = (folder: string) => join(folder, "instance.lock");
