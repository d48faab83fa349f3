import { spawn } from "node:child_process";
import type { Server } from "node:net";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { type Database, MOST_PATIENCE, probe } from "./database.ts";
import type { DatabaseTrouble } from "./database-trouble.ts";
import { endProcess } from "./java.ts";

const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 10_000;
/** How long the first answer is waited for, in ms, before it is asked for anew. */
const FIRST_PATIENCE = 250;

interface ToLaunch {
  keeper: string;
  port: number;
  files: string | undefined;
  accessKeyId: string;
  /** The words that run the keeper where nobody else reaches Java, and the socket on which it is asked. */
  secluded: { wall: readonly string[]; door: Server } | undefined;
  heard: (trouble: DatabaseTrouble) => void;
}

/** A running database, and its processes. */
export interface Launched extends Database {
  port: number;
  keeperPid: number;
  databasePid: number;
}

/** A running database, or the reason why there is none. */
export async function launch(to: ToLaunch): Promise<Launched | string> {
  const { port, accessKeyId, heard } = to;
  const connection = { endpoint: `http://127.0.0.1:${port}`, accessKeyId };
  const child = keeperOf(to);
  let orphaned = false;
  let said = "";
  const damaged = new AbortController();
  child.stdin.on("error", () => {});
  child.stderr.on("data", (chunk: Buffer) => (said = (said + chunk.toString()).slice(-2_000)));
  const exited = new Promise<string>((resolve) => {
    child.once("error", (cause) => resolve(cause.message));
    child.once("close", (code, signal) => {
      orphaned = signal !== null;
      resolve(said.trim() || (code === 0 ? "stopped" : `its keeper ended (${signal ?? code})`));
    });
  });
  const announced = Promise.withResolvers<number>();
  createInterface(child.stdout).on("line", (line) => {
    if (/^\d+$/.test(line)) return announced.resolve(Number(line));
    if (line === "damaged") damaged.abort();
    heard(line as DatabaseTrouble);
  });
  const deadline = Date.now() + START_LIMIT_MS;
  const unannounced = exited.then(() => undefined);
  const databasePid = await within(START_LIMIT_MS, Promise.race([announced.promise, unannounced]));

  const stop = async () => {
    child.stdin.end();
    if ((await within(STOP_LIMIT_MS, exited)) === undefined) child.kill("SIGKILL");
    await exited;
    // A keeper that ended by itself has seen Java end, and the number may be somebody else's by now.
    if (orphaned && databasePid !== undefined) await endProcess(databasePid);
  };
  // Whoever asks too early may be left waiting: it is asked again soon, and later on with more patience.
  let patience = FIRST_PATIENCE;
  // Of damaged files no answer comes, however long one waits.
  while (Date.now() < deadline && !damaged.signal.aborted) {
    const answer = databasePid === undefined ? "none" : await probe(connection, patience);
    if (databasePid !== undefined && /tables|empty/.test(answer)) {
      return { ...connection, port, keeperPid: child.pid ?? 0, databasePid, stop, exited };
    }
    if (answer === "slow") patience = Math.min(2 * patience, MOST_PATIENCE);
    const reason = await within(100, exited);
    if (reason !== undefined) return stop().then(() => reason);
  }
  await stop();
  if (damaged.signal.aborted) return "its files are damaged";
  return `it did not answer on port ${port} within ${START_LIMIT_MS / 1000} seconds`;
}

function keeperOf({ keeper, port, files, secluded }: ToLaunch) {
  const how = secluded === undefined ? "open" : "secluded";
  const words = [...(secluded?.wall ?? []), process.execPath, keeper, String(port), how];
  const [program = "", ...more] = files === undefined ? words : [...words, files];
  // Out of our process group, so that Ctrl-C does not reach Java before the server has closed in
  // order. Windows would open a window for it.
  const child = spawn(program, more, {
    stdio: ["pipe", "pipe", "pipe", ...(secluded === undefined ? [] : [handleOf(secluded.door)])],
    detached: process.platform !== "win32",
    windowsHide: true,
  });
  // The keeper has it now; who would be accepted here would wait for ever.
  secluded?.door.close();
  const { stdin, stdout, stderr } = child;
  if (stdin === null || stdout === null || stderr === null)
    throw new Error("a keeper has no pipes");
  return Object.assign(child, { stdin, stdout, stderr });
}

/** The number of a listening socket among this process's files. It goes on to accept in the network it was made in. */
function handleOf(server: Server): number {
  return (Reflect.get(server, "_handle") as { fd: number }).fd;
}

/** The value, or undefined when it did not come in time. */
function within<T>(ms: number, value: Promise<T>): Promise<T | undefined> {
  return Promise.race([value, sleep(ms, undefined, { ref: false })]);
}
