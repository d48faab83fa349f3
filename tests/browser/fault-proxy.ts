import { once } from "node:events";
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request as ask,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

/** What goes wrong between a browser and the server. */
export type Fault =
  /** Answered without the server. */
  | { kind: "status"; status: 500 | 503 | 429; retryAfter?: number }
  /** A network's own page in place of the answer, which the server never gave. */
  | { kind: "html" }
  | { kind: "html-error" }
  /** Cut off before the server has heard of it. */
  | { kind: "refused" }
  /** The server has acted, but its answer does not arrive. */
  | { kind: "lost" }
  /** The answer breaks off in the middle. */
  | { kind: "cut" }
  /** The answer is whole, but its text is not. */
  | { kind: "half-json" }
  /** The answer comes when that is over. */
  | { kind: "slow"; until: Promise<void> }
  /** Whoever sends or reads a ballot gets another one. */
  | { kind: "other-ballot" };

/** One request that a fault could have befallen. */
export interface Seen {
  method: string;
  path: string;
  /** The status sent to the browser, when there was one. */
  status: number | undefined;
  fault: Fault["kind"] | undefined;
}

/** A line between browser and server on which chosen requests go wrong. */
export interface FaultProxy {
  url: string;
  /** The next such request goes wrong, and no other. */
  next(fault: Fault, method?: string): void;
  /** Every such request goes wrong until told otherwise. */
  always(fault: Fault | undefined, method?: string): void;
  /** Leads every new request to that server. */
  leadTo(url: string): void;
  seen: Seen[];
  close(): void;
}

interface Planned {
  fault: Fault;
  method: string | undefined;
}

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

const PAGE = "<!doctype html><title>Network</title><p>Please sign in.</p>";

/** Opens a proxy. Requests to the API and posted forms can go wrong; pages and assets pass. */
export async function openFaultProxy(url: string): Promise<FaultProxy> {
  let target = url;
  let lasting: Planned | undefined;
  const waiting: Planned[] = [];
  const seen: Seen[] = [];

  const faultFor = ({ method }: IncomingMessage): Fault | undefined => {
    const concerns = (one: Planned) => one.method === undefined || one.method === method;
    const place = waiting.findIndex(concerns);
    if (place >= 0) return waiting.splice(place, 1)[0]!.fault;
    return lasting !== undefined && concerns(lasting) ? lasting.fault : undefined;
  };

  const server = createServer((request, response) => {
    const { method = "", url: path = "" } = request;
    const fragile = path.startsWith("/api/") || method === "POST";
    const fault = fragile ? faultFor(request) : undefined;
    const entry: Seen = { method, path, status: undefined, fault: fault?.kind };
    if (fragile) seen.push(entry);
    // A browser itself sends again what fails on a connection that it has used before.
    response.setHeader("Connection", "close");
    serve(target, request, response, fault).then(
      (status) => (entry.status = status),
      () => response.destroy(),
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    next: (fault, method) => void waiting.push({ fault, method }),
    always: (fault, method) => {
      lasting = fault && { fault, method };
    },
    leadTo: (url) => {
      target = url;
    },
    seen,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Answers one request with its fault; returns the status sent. */
async function serve(
  target: string,
  request: IncomingMessage,
  response: ServerResponse,
  fault: Fault | undefined,
): Promise<number | undefined> {
  const body = await buffer(request);
  switch (fault?.kind) {
    case "refused":
      response.destroy();
      return undefined;
    case "status": {
      const { status, retryAfter } = fault;
      const headers = retryAfter === undefined ? {} : { "retry-after": String(retryAfter) };
      return answer(response, { status, headers, body: Buffer.alloc(0) });
    }
    case "html":
    case "html-error": {
      const status = fault.kind === "html" ? 200 : 500;
      const headers = { "content-type": "text/html; charset=utf-8" };
      return answer(response, { status, headers, body: Buffer.from(PAGE) });
    }
  }
  const given = await forward(target, request, body);
  const half = given.body.subarray(0, given.body.length >> 1);
  switch (fault?.kind) {
    case "lost":
      response.destroy();
      return undefined;
    case "cut":
      response.writeHead(given.status, { ...given.headers, "content-length": given.body.length });
      response.write(half, () => response.destroy());
      return given.status;
    case "half-json":
      return answer(response, { ...given, body: half });
    case "slow":
      await fault.until;
      return answer(response, given);
    case "other-ballot":
      return answer(response, { ...given, body: otherBallot(given.body) });
    default:
      return answer(response, given);
  }
}

function answer(response: ServerResponse, { status, headers, body }: Answer): number {
  response.statusCode = status;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value ?? "");
  response.end(body);
  return status;
}

/** Asks the server, and waits for the whole of its answer. */
async function forward(target: string, from: IncomingMessage, body: Buffer): Promise<Answer> {
  const { "accept-encoding": _, connection: _own, ...headers } = from.headers;
  const to = ask(new URL(from.url ?? "/", target), { method: from.method ?? "GET", headers });
  to.end(body);
  const [given] = (await once(to, "response")) as [IncomingMessage];
  const {
    connection: _theirs,
    "keep-alive": _kept,
    "transfer-encoding": _chunked,
    "content-length": _length,
    ...kept
  } = given.headers;
  return { status: given.statusCode ?? 502, headers: kept, body: await buffer(given) };
}

/** What is read back, with its first rating changed; anything else as it is. */
function otherBallot(body: Buffer): Buffer {
  const read = JSON.parse(body.toString()) as { ratings?: Record<string, unknown> };
  const [rated] = Object.entries(read.ratings ?? {});
  if (rated === undefined) return body;
  const ratings = { ...read.ratings, [rated[0]]: rated[1] === 1 ? 2 : 1 };
  return Buffer.from(JSON.stringify({ ...read, ratings }));
}
