/** Ports for a database, so that of several starts no two want the same one. */
import { randomInt } from "node:crypto";
import { createSocket } from "node:dgram";
import { type EventEmitter, once } from "node:events";
import { createServer, type Server } from "node:net";

/** Below the range from which systems take the ports of outgoing connections. */
export const anyPort = (): number => randomInt(20_000, 32_768);

/**
 * Holds a port for as long as Java needs to take it; undefined when somebody has it. A second
 * DynamoDB Local on a port would answer our questions like our own, so two starts must never want the
 * same one: the UDP port of the same number is the lock between them, and dies with its process.
 */
export async function reserve(port: number): Promise<(() => void) | undefined> {
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

/** Listens on a port of loopback, for a keeper to take over; undefined when somebody has it. */
export async function listenOnLoopback(port: number): Promise<Server | undefined> {
  // Until it is taken over nobody is kept waiting.
  const server = createServer((early) => early.destroy());
  server.listen({ port, host: "127.0.0.1", exclusive: true });
  return (await opens(server)) ? server : undefined;
}

function opens(socket: EventEmitter): Promise<boolean> {
  return once(socket, "listening").then(Boolean, () => false);
}
