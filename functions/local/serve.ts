import { extname } from "node:path";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import type { App, Hosting } from "../http/environment.ts";
import { askersBehind } from "./asker.ts";
import { type PublicAddress, readPublicAddress, underPublicAddress } from "./public-address.ts";
import { FILE_HEADERS } from "../http/security-headers.ts";
import { encoded, encodingFor } from "../memory/encoded.ts";

const KINDS: Record<string, string> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
};

/** Files are compressed once for as long as the server runs: no time is spared. */
const BEST = 11;

interface Site {
  Bindings: Hosting;
}

/** The app and the pages' files, which in the cloud CloudFront takes out of a bucket. */
export function localSite(app: App, assetFiles: Map<string, Uint8Array<ArrayBuffer>>): Hono<Site> {
  const site = new Hono<Site>();
  for (const [address, bytes] of assetFiles) {
    const headers = {
      ...FILE_HEADERS,
      "Content-Type": KINDS[extname(address)] ?? "application/octet-stream",
      // The name holds a hash of the content, so it never means anything else.
      "Cache-Control": "public, max-age=31536000, immutable",
      Vary: "Accept-Encoding",
    };
    const file = encoded(bytes, BEST);
    site.get(address, ({ req }) => {
      const encoding = encodingFor(req.header("Accept-Encoding") ?? "");
      const how = encoding === "identity" ? undefined : { "Content-Encoding": encoding };
      return new Response(file(encoding), { headers: { ...headers, ...how } });
    });
  }
  site.all("*", (context) => app.fetch(context.req.raw, context.env));
  return site;
}

/** What answers requests. */
export type Fetch = (request: Request, hosting: Hosting) => Response | Promise<Response>;

/** Listens with an app, or fails with one line that says what to do. */
export function listen(
  fetch: Fetch,
  port: number,
  host: string,
  address: PublicAddress = readPublicAddress(undefined, undefined),
): Promise<Server> {
  const askerOf = askersBehind(address);
  const answer = getRequestListener((request, { incoming }) =>
    fetch(request, { asker: () => askerOf(incoming), streams: true }),
  );
  const server = createServer((incoming, outgoing) => {
    underPublicAddress(incoming, address);
    void answer(incoming, outgoing);
  });
  // Whatever else somebody expects is passed over (RFC 9110, 10.1.1): Node would answer 417 without a header of ours.
  server.on("checkExpectation", (incoming, outgoing) => {
    server.emit("request", incoming, outgoing);
  });
  return listenWith(server, port, host);
}

/** Listens with any server, or fails with one line that says what to do. */
export function listenWith(server: Server, port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once("error", (failure: NodeJS.ErrnoException) => {
      const known: Record<string, string> = {
        EADDRINUSE: `port ${port} is taken`,
        EACCES: `port ${port} may not be used`,
        EADDRNOTAVAIL: `${host} is not an address of this machine`,
      };
      const what = known[failure.code ?? ""] ?? failure.message;
      reject(new Error(`${what}; choose another with PORT and HOST, for example PORT=8081`));
    });
    server.listen(port, host, () => resolve(server));
  });
}

/** The address by which a browser on this machine finds a server that listens. */
export function addressOf(server: Server): string {
  const { address, port, family } = server.address() as AddressInfo;
  const host = family === "IPv6" ? `[${address}]` : address === "127.0.0.1" ? "localhost" : address;
  return `http://${host}:${port}`;
}

/** Stops taking requests and ends when those under way are answered, or after a moment. */
export const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 3_000).unref();
  });
