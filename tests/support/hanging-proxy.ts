import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A line to a server that can stop carrying anything, without being cut. */
export interface HangingProxy {
  endpoint: string;
  /** From now on what is sent arrives nowhere; connections stand, and new ones are taken. */
  hang(): void;
  /** Carries again; what was sent meanwhile is lost, with its connections. */
  goOn(): void;
  close(): void;
}

/** Opens such a line to an endpoint. */
export async function hangingProxy(endpoint: string): Promise<HangingProxy> {
  const { hostname, port } = new URL(endpoint);
  const open = new Set<Socket>();
  let hangs = false;
  const server = createServer((socket) => {
    const onward = connect(Number(port), hostname);
    for (const [from, to] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      open.add(from);
      from.on("data", (chunk) => void (hangs || to.write(chunk)));
      from.on("error", () => undefined);
      from.on("close", () => {
        open.delete(from);
        to.destroy();
      });
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const cut = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    hang: () => void (hangs = true),
    goOn() {
      hangs = false;
      cut();
    },
    close() {
      server.close();
      cut();
    },
  };
}
