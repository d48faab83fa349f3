/**
 * Reads the bodies of requests before anything else is done for them: who sends slowly, or says that more will come than
 * does, takes a connection and a few bytes, and nobody's turn.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { ServerLimits } from "./server-limits.ts";

/** Hono's listener takes a body from here that has been read. */
export type WithBody = IncomingMessage & { rawBody?: Buffer };

export type Bodies = (
  incoming: WithBody,
  outgoing: ServerResponse,
  mostBytes: number,
) => Promise<"read" | "gone" | "full">;

/** With GET and HEAD no body means anything; Node throws it away. */
const hasBody = ({ method, headers }: IncomingMessage): boolean =>
  method !== "GET" &&
  method !== "HEAD" &&
  (headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0);

/**
 * Holds so many bytes at most. When there would be more, whoever has been sending longest is cut off: an honest
 * ballot is there at once. `full` if even then there is no room.
 */
export function bodies({ bodyBytesInAll }: Pick<ServerLimits, "bodyBytesInAll">): Bodies {
  // In the order in which they began.
  const sending = new Set<() => void>();
  let held = 0;

  return (incoming, outgoing, mostBytes) => {
    // What says that it is too large is refused by what it says, unread.
    if (!hasBody(incoming) || Number(incoming.headers["content-length"] ?? 0) > mostBytes) {
      return Promise.resolve("read");
    }
    return new Promise((resolve) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      const end = (how: "read" | "gone" | "full"): void => {
        incoming.off("data", take).off("end", whole).off("close", gone).off("error", gone);
        sending.delete(cutOff);
        if (how === "read") incoming.rawBody = Buffer.concat(chunks);
        resolve(how);
      };
      const whole = () => end("read");
      const gone = () => end("gone");
      const cutOff = (): void => {
        end("gone");
        incoming.destroy();
      };
      const take = (chunk: Buffer): void => {
        chunks.push(chunk);
        bytes += chunk.byteLength;
        held += chunk.byteLength;
        if (bytes > mostBytes) {
          // The app counts too, and refuses it.
          incoming.pause();
          return whole();
        }
        for (const cutOldest of sending) {
          if (held <= bodyBytesInAll) break;
          cutOldest();
        }
        // All the others are being answered.
        if (held > bodyBytesInAll) end("full");
        return undefined;
      };
      outgoing.once("close", () => {
        held -= bytes;
      });
      sending.add(cutOff);
      incoming.on("data", take).once("end", whole).once("close", gone).once("error", gone);
    });
  };
}
