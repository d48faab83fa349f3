/**
 * Bounds the connections of a server. Who comes anew is let in, and whoever has kept a connection longest without
 * being answered makes room: connections that are only held open lock nobody out.
 */
import type { Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Incoming } from "./asker.ts";
import type { ServerLimits } from "./server-limits.ts";

interface Held {
  asker: string | undefined;
  /** Requests that are not answered yet, and those of them that have come whole. */
  open: number;
  answering: number;
}

export interface Connections {
  /** A request has begun; false when its connection has too many, and is closed. */
  asked(socket: Socket, outgoing: ServerResponse): boolean;
  /** It has come whole: from now on it is us who are waited for. */
  whole(socket: Socket, outgoing: ServerResponse): void;
}

export function boundConnections(
  server: Server,
  askerOf: (incoming: Incoming) => string | undefined,
  limits: Pick<ServerLimits, "connections" | "connectionsOfAsker" | "pipelined">,
): Connections {
  // In the order in which each was last answered.
  const held = new Map<Socket, Held>();
  const of = (asker: string | undefined): number => {
    let count = 0;
    for (const one of held.values()) if (one.asker === asker) count += 1;
    return count;
  };
  /** Closes one that nobody waits for, of one asker if so said; else, of all, the oldest. */
  const makeRoom = (asker?: string): boolean => {
    let oldest: Socket | undefined;
    for (const [socket, one] of held) {
      if (asker !== undefined && one.asker !== asker) continue;
      oldest ??= socket;
      if (one.answering > 0) continue;
      socket.destroy();
      return held.delete(socket);
    }
    if (asker !== undefined || oldest === undefined) return false;
    oldest.destroy();
    return held.delete(oldest);
  };

  server.on("connection", (socket: Socket) => {
    const asker = askerOf({ headers: {}, socket });
    const tooMany = asker !== undefined && of(asker) >= limits.connectionsOfAsker;
    if (tooMany && !makeRoom(asker)) return void socket.destroy();
    if (held.size >= limits.connections) makeRoom();
    held.set(socket, { asker, open: 0, answering: 0 });
    socket.once("close", () => held.delete(socket));
    return undefined;
  });

  return {
    asked(socket, outgoing) {
      const one = held.get(socket);
      if (one === undefined) return false;
      one.open += 1;
      outgoing.once("close", () => {
        one.open -= 1;
        if (held.delete(socket) && !socket.destroyed) held.set(socket, one);
      });
      if (one.open <= limits.pipelined) return true;
      socket.destroy();
      return false;
    },
    whole(socket, outgoing) {
      const one = held.get(socket);
      if (one === undefined) return;
      one.answering += 1;
      outgoing.once("close", () => {
        one.answering -= 1;
      });
    },
  };
}
