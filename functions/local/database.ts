/** DynamoDB Local for one installation: a secret key, a port, and a keeper that never lets it outlive us. */
import { spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { createSocket } from "node:dgram";
import { type EventEmitter, once } from "node:events";
import { mkdir } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { keptKey, newKey } from "./database-key.ts";
import { endProcess } from "./java.ts";

const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 10_000;
const PORTS_TO_TRY = 10;

/** Below the range from which systems take the ports of outgoing connections. */
const anyPort = () => randomInt(20_000, 32_768);

/** Where a database answers, and the secret under which it shows its tables. */
export interface Connection {
  endpoint: string;
  accessKeyId: string;
}

export interface Database extends Connection {
  /** Resolves when the database no longer runs. */
  stop(): Promise<void>;
  /** Resolves, with a readable reason, when the database has ended, asked or not. */
  exited: Promise<string>;
}

/**
 * What every client of the local database is made with. The region is half of the name of the file
 * that holds the data: under another region the database looks empty.
 */
export function clientConfig({ endpoint, accessKeyId }: Connection) {
  const credentials = { accessKeyId, secretAccessKey: "not-checked-by-dynamodb-local" };
  return { endpoint, region: "kenes-local", credentials };
}

/**
 * How an endpoint answers: `tables` proves that it is the database of this key; `empty` may be any
 * DynamoDB Local, for each shows an empty database to a key it does not know; `slow` says nothing.
 */
export async function probe(connection: Connection): Promise<"tables" | "empty" | "slow" | "none"> {
  const client = new DynamoDBClient({ ...clientConfig(connection), maxAttempts: 1 });
  const abortSignal = AbortSignal.timeout(3_000);
  try {
    const { TableNames } = await client.send(new ListTablesCommand({ Limit: 1 }), { abortSignal });
    return TableNames?.length ? "tables" : "empty";
  } catch {
    return abortSignal.aborted ? "slow" : "none";
  } finally {
    client.destroy();
  }
}

/** A database that we have started, and that ends with us. */
export interface OwnDatabase extends Database {
  port: number;
  keeperPid: number;
  databasePid: number;
}

/**
 * Takes a database that runs already and goes on running without us, such as one DynamoDB Local for
 * several installations: each has its own key, and sees its own tables alone.
 */
export async function joinDatabase(folder: string, endpoint: string): Promise<Database> {
  const files = join(folder, "database");
  await mkdir(files, { recursive: true, mode: 0o700 });
  const connection = { endpoint, accessKeyId: await keptKey(files) };
  if ((await probe(connection)) === "none") {
    throw new Error(`no database answers at DYNAMODB_ENDPOINT (${endpoint})`);
  }
  return { ...connection, stop: async () => {}, exited: new Promise(() => {}) };
}

/**
 * Starts DynamoDB Local on a free port and waits until it answers. The caller holds the folder
 * (`claimFolder`): two processes of Java on the same files would corrupt them.
 */
export async function startDatabase(options: {
  /** Folder of the installation; undefined keeps everything in memory, under a fresh key. */
  folder: string | undefined;
  /** Path of the keeper module. */
  keeper: string;
  /** Asked again while ports turn out to be taken. */
  choosePort?: () => number;
}): Promise<OwnDatabase> {
  const { folder, keeper, choosePort = anyPort } = options;
  const files = folder === undefined ? undefined : join(folder, "database");
  // The names of the files contain the key, so nobody else may list this folder.
  if (files !== undefined) await mkdir(files, { recursive: true, mode: 0o700 });
  const accessKeyId = files === undefined ? newKey() : await keptKey(files);
  let reason = "";
  for (let tried = 0; tried < PORTS_TO_TRY; tried++) {
    const port = choosePort();
    reason = `port ${port} is taken`;
    const release = await reserve(port);
    if (release === undefined) continue;
    const started = await launch(keeper, port, files, accessKeyId).finally(release);
    if (typeof started !== "string") return started;
    reason = started;
    // Somebody may still take the port between our trial and Java.
    if (!/Failed to bind|BindException/.test(reason)) break;
  }
  throw new Error(`The database did not start: ${reason}`);
}

/** A running database, or the reason why there is none. */
async function launch(
  keeper: string,
  port: number,
  files: string | undefined,
  accessKeyId: string,
): Promise<OwnDatabase | string> {
  const connection = { endpoint: `http://127.0.0.1:${port}`, accessKeyId };
  // Out of our process group, so that Ctrl-C does not reach Java before the server has closed in
  // order. Windows would open a window for it.
  const child = spawn(process.execPath, [keeper, String(port), ...(files ? [files] : [])], {
    stdio: ["pipe", "pipe", "pipe"],
    detached: process.platform !== "win32",
    windowsHide: true,
  });
  let orphaned = false;
  let said = "";
  child.stdin.on("error", () => {});
  child.stderr.on("data", (chunk: Buffer) => (said = (said + chunk.toString()).slice(-2_000)));
  const exited = new Promise<string>((resolve) => {
    child.once("error", (cause) => resolve(cause.message));
    child.once("close", (code, signal) => {
      orphaned = signal !== null;
      resolve(said.trim() || (code === 0 ? "stopped" : `its keeper ended (${signal ?? code})`));
    });
  });
  const announced = new Promise<number>((resolve) =>
    child.stdout.once("data", (line: Buffer) => resolve(Number(line.toString()))),
  );
  const deadline = Date.now() + START_LIMIT_MS;
  const unannounced = exited.then(() => undefined);
  const databasePid = await within(START_LIMIT_MS, Promise.race([announced, unannounced]));

  const stop = async () => {
    child.stdin.end();
    if ((await within(STOP_LIMIT_MS, exited)) === undefined) child.kill("SIGKILL");
    await exited;
    // A keeper that ended by itself has seen Java end, and the number may be somebody else's by now.
    if (orphaned && databasePid !== undefined) await endProcess(databasePid);
  };
  while (Date.now() < deadline) {
    if (databasePid !== undefined && /tables|empty/.test(await probe(connection))) {
      return { ...connection, port, keeperPid: child.pid ?? 0, databasePid, stop, exited };
    }
    const reason = await within(100, exited);
    if (reason !== undefined) return stop().then(() => reason);
  }
  await stop();
  return `it did not answer on port ${port} within ${START_LIMIT_MS / 1000} seconds`;
}

/**
 * Holds a port for as long as Java needs to take it; undefined when somebody has it. A second
 * DynamoDB Local on a port would answer our questions like our own, so two starts must never want the
 * same one: the UDP port of the same number is the lock between them, and dies with its process.
 */
async function reserve(port: number): Promise<(() => void) | undefined> {
  const lock = createSocket("udp4");
  lock.bind({ port, address: "127.0.0.1", exclusive: true });
  if (!(await opens(lock))) return undefined;
  // Java listens on every address, so every address must be free.
  const trial = createServer().listen({ port, host: "0.0.0.0", exclusive: true });
  const free = await opens(trial);
  if (free) await new Promise((resolve) => trial.close(resolve));
  else lock.close();
  return free ? () => lock.close() : undefined;
}

function opens(socket: EventEmitter): Promise<boolean> {
  return once(socket, "listening").then(Boolean, () => false);
}

/** The value, or undefined when it did not come in time. */
function within<T>(ms: number, value: Promise<T>): Promise<T | undefined> {
  return Promise.race([value, sleep(ms, undefined, { ref: false })]);
}
