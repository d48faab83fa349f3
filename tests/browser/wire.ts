import { connect, createServer, type Socket } from "node:net";
import { type AddressInfo } from "node:net";
import { once } from "node:events";

/** A line between browser and server: its address stays while the server behind it changes. */
export interface Wire {
  url: string;
  /** Leads every new connection to that server. */
  leadTo(url: string): void;
  /** From now on requests arrive, but no answer comes back. */
  swallowAnswers(swallow: boolean): void;
  close(): void;
}

export async function openWire(url: string): Promise<Wire> {
  let port = Number(new URL(url).port);
  let swallows = false;
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(port, "127.0.0.1");
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        open.delete(one);
        other.destroy();
      });
    }
    near.pipe(far);
    far.on("data", (chunk) => {
      if (!swallows) near.write(chunk);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    leadTo: (url) => {
      port = Number(new URL(url).port);
    },
    swallowAnswers: (swallow) => {
      swallows = swallow;
    },
    close: () => {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}
