import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { Hosting } from "../http/environment.ts";
import { ORGANISE } from "../../domain/organiser/endpoints.ts";
import { API_ROOT, DESK } from "../../domain/paths.ts";
import { askersBehind } from "./asker.ts";
import { bodies, type WithBody } from "./bodies.ts";
import { boundConnections } from "./connections.ts";
import { type PublicAddress, readPublicAddress, underPublicAddress } from "./public-address.ts";
import { SERVER_LIMITS, type ServerLimits } from "./server-limits.ts";
import { SECURITY_HEADERS } from "../http/security-headers.ts";

/** What answers requests. */
export type Fetch = (request: Request, hosting: Hosting) => Response | Promise<Response>;

/**
 * Listens with an app, or fails with one line that says what to do. A request is handed on when all of it has come;
 * what comes too slowly, and what other servers could read otherwise than we, is not.
 */
export function listen(
  fetch: Fetch,
  port: number,
  host: string,
  address: PublicAddress = readPublicAddress(undefined, undefined),
  limits: ServerLimits = SERVER_LIMITS,
): Promise<Server> {
  const askerOf = askersBehind(address);
  const answer = getRequestListener((request, { incoming }) =>
    fetch(request, { asker: () => askerOf(incoming), streams: true }),
  );
  const server = createServer({
    headersTimeout: limits.headersMs,
    requestTimeout: limits.requestMs,
    connectionsCheckingInterval: limits.checkEveryMs,
    keepAliveTimeout: limits.idleMs,
  });
  server.timeout = limits.stalledMs;
  const connections = boundConnections(server, askerOf, limits);
  const read = bodies(limits);
  const serve = async (incoming: WithBody, outgoing: ServerResponse): Promise<void> => {
    const { socket } = incoming;
    if (!connections.asked(socket, outgoing)) return;
    if (hasTwoHosts(incoming)) return refuse(outgoing, 400);
    underPublicAddress(incoming, address);
    const came = await read(incoming, outgoing, mostBodyBytes(incoming, limits));
    if (came === "gone") return;
    if (came === "full") return refuse(outgoing, 503);
    connections.whole(socket, outgoing);
    await answer(incoming, outgoing);
  };
  server.on("request", (incoming, outgoing) => {
    // One request that cannot be served ends its connection, and never the server.
    serve(incoming, outgoing).catch(() => outgoing.destroy());
  });
  // Whatever else somebody expects is passed over (RFC 9110, 10.1.1): Node would answer 417 without a header of ours.
  server.on("checkExpectation", (incoming, outgoing) => {
    server.emit("request", incoming, outgoing);
  });
  return listenWith(server, port, host);
}

/** Node takes the first of two and calls it the host; a server before us may have taken the other. */
const hasTwoHosts = ({ rawHeaders }: IncomingMessage): boolean =>
  rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === "host").length > 1;

/** Before a request is one: says no more than that, and closes the connection. */
function refuse(outgoing: ServerResponse, status: 400 | 503): void {
  outgoing.writeHead(status, {
    ...SECURITY_HEADERS,
    "Cache-Control": "no-store",
    Connection: "close",
    "Content-Length": 0,
    ...(status === 503 && { "Retry-After": "2" }),
  });
  outgoing.end();
}

/** Organisers' tables and pictures are large, and nobody else's. Danger: not of every target a URL can be made (`//`). */
function mostBodyBytes({ url = "/" }: IncomingMessage, limits: ServerLimits): number {
  const isOrganisers = [ORGANISE.home.path, DESK, `${API_ROOT}organise`].some((one) =>
    url.startsWith(one),
  );
  return isOrganisers ? limits.organiserBodyBytes : limits.bodyBytes;
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
