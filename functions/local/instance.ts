/** Who runs on a data folder: `instance.json` tells the commands where the running server is. */
import { access, constants, mkdir, readFile, realpath, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Connection, probe } from "./database.ts";
import { writePrivately } from "./database-key.ts";
import { dropLock, lockHolder, takeLock, takeLockAgain } from "./instance-lock.ts";
import { credentialsOf } from "./foreign.ts";
import { endProcess, isAlive, isDatabaseOn } from "./java.ts";

/** How long a command waits for a database that is being started again. */
const RESTART_LIMIT_MS = 15_000;
const LOOK_EVERY_MS = 500;

/** A running installation. */
export interface Instance extends Connection {
  serverPid: number;
  /** Of a database of its own; one that it has joined is not its to end. */
  own?: { keeperPid: number; databasePid: number };
  /** Where pages and API answer. */
  url: string;
  /** The address by which people come, where that is another one. */
  publicUrl?: string | undefined;
  /** The folder's own path: in a copy of it this record leads nowhere. Missing in records of before. */
  folder?: string;
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
    if (code === "ENOSPC" || code === "EDQUOT") throw noRoom(folder, cause);
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
    await dropLock(folder);
    throw cause;
  }
}

/** Makes the running server known. Call it as soon as the database answers. */
export async function recordInstance(folder: string, instance: Instance): Promise<void> {
  const record: Instance = { ...instance, folder: await realpath(folder) };
  await writePrivately(recordFile(folder), `${JSON.stringify(record, null, 2)}\n`);
  await dropLock(folder);
}

/**
 * Holds the folder of this server while its database does not run, when a start would find nothing that answers: until
 * `recordInstance`. False: another server has taken it, and nothing of it is ours any more.
 */
export async function holdForRestart(folder: string): Promise<boolean> {
  if (!(await takeLockAgain(folder))) return false;
  const record = await readRecord(folder);
  if (record === undefined || record.serverPid === process.pid) return true;
  await dropLock(folder);
  return false;
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
  const copied = await copiedFrom(folder);
  if (copied !== undefined) {
    throw new Error(
      `${folder} is a copy of the data folder ${copied}, and the server that it names is that one's; give KENES_DATA=${copied}, or start Kenes on the copy`,
    );
  }
  for (let left = RESTART_LIMIT_MS; left > 0; left -= LOOK_EVERY_MS) {
    const record = await readRecord(folder);
    if (record === undefined || !(await isAlive(record.serverPid))) break;
    // Else it would look as if nothing ran, when only this command lacks what the server has.
    if (record.foreign !== undefined) await credentialsOf(record.foreign);
    if ((await probe(record)) !== "none") return record;
    // Unless its database is just being started again, nothing will come.
    if ((await lockHolder(folder)) !== record.serverPid) break;
    await sleep(LOOK_EVERY_MS);
  }
  throw new Error(
    `Kenes is not running with this data folder (${folder}); start it with npm start`,
  );
}

/** Returns when nothing runs any more on the folder; throws when a live server does. */
async function settle(folder: string, former: Instance): Promise<void> {
  // The process id says nothing of a former life in a container, where each is the same again; the pages do.
  if (former.foreign !== undefined) {
    const { serverPid, url } = former;
    if (serverPid === process.pid || !(await isAlive(serverPid)) || !(await answers(url))) return;
    throw inUse(folder, serverPid, url);
  }
  const answer = await probe(former);
  if (answer !== "none" && (await isAlive(former.serverPid)))
    throw inUse(folder, former.serverPid, former.url);
  if (former.own === undefined) return;
  const { databasePid } = former.own;
  if (!(await isAlive(databasePid))) return;
  // A secluded one answers nobody when its keeper is gone, and holds the files all the same.
  if (await isDatabaseOn(databasePid, join(folder, "database"))) return endProcess(databasePid);
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

/** Whether pages are served there, whatever they say. */
const answers = (url: string): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(5_000) }).then(
    (answer) => answer.body?.cancel().then(() => true) ?? true,
    (failure: Error) => failure.name === "TimeoutError",
  );

/** The record of this very folder; one that came with a copy is nobody's. */
async function readRecord(folder: string): Promise<Instance | undefined> {
  const record = await parsedRecord(folder);
  return record !== undefined && (await isOwn(folder, record)) ? record : undefined;
}

/** The path of the folder that this one is a copy of, record and all; `undefined` for any other. */
export async function copiedFrom(folder: string): Promise<string | undefined> {
  const record = await parsedRecord(folder);
  return record === undefined || (await isOwn(folder, record)) ? undefined : record.folder;
}

/** Whether a record is of this folder: it stands where it was written, or was moved from there and is no copy. */
async function isOwn(folder: string, { folder: written }: Instance): Promise<boolean> {
  if (written === undefined || written === (await realpath(folder))) return true;
  const isLeft = await access(recordFile(written)).then(
    () => true,
    () => false,
  );
  return !isLeft;
}

async function parsedRecord(folder: string): Promise<Instance | undefined> {
  const text = await readFile(recordFile(folder), "utf8").catch(() => undefined);
  try {
    return text === undefined ? undefined : (JSON.parse(text) as Instance);
  } catch {
    return undefined;
  }
}

const noRoom = (folder: string, cause: unknown): Error =>
  new Error(
    `The disk is full: nothing can be written to the data folder ${folder}; make room and start again.`,
    { cause },
  );

function inUse(folder: string, pid: number, url: string): Error {
  return new Error(
    `Kenes already runs on the data folder ${folder} (process ${pid}, ${url}); stop it first or choose another with KENES_DATA.`,
  );
}

const recordFile = (folder: string) => join(folder, "instance.json");
