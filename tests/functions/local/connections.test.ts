import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { expect, onTestFinished, test, vi } from "vitest";
import { boundConnections } from "../../../functions/local/connections.ts";
import { close, type Fetch, listen } from "../../../functions/local/serve.ts";
import { SERVER_LIMITS, type ServerLimits } from "../../../functions/local/server-limits.ts";
import { BALLOT_PATH, times } from "../../support/client.ts";

const echo: Fetch = async (request) => new Response(`${(await request.text()).length} letters`);

/** A server with short limits; long ones stay where a test does not name them. */
async function serving(limits: Partial<ServerLimits>, fetch = echo): Promise<number> {
  const server = await listen(fetch, 0, "127.0.0.1", undefined, { ...SERVER_LIMITS, ...limits });
  onTestFinished(() => {
    server.closeAllConnections();
    return close(server);
  });
  return (server.address() as AddressInfo).port;
}

/** A connection with what it has sent, and all that it is answered until it is closed. */
function opened(port: number, sends = "") {
  const socket: Socket = connect(port, "127.0.0.1");
  let heard = "";
  socket.on("data", (chunk) => (heard += chunk.toString()));
  socket.on("error", () => undefined);
  socket.write(sends);
  onTestFinished(() => void socket.destroy());
  // However it was closed: by a reset too.
  const closed = new Promise<string>((resolve) => socket.once("close", () => resolve(heard)));
  return { socket, closed, answered: () => once(socket, "data").then(() => heard) };
}

const put = (length: number, body: string): string =>
  `PUT ${BALLOT_PATH} HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${length}\r\n\r\n${body}`;
const GET = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

const SHORT = { headersMs: 100, requestMs: 200, checkEveryMs: 20 };

test.each([
  ["sends nothing", ""],
  ["never ends its headers", "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: "],
  ["says that more will come than does", put(1_000, "few")],
  [
    "never ends its chunks",
    `PUT ${BALLOT_PATH} HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nfew\r\n`,
  ],
])("who %s is closed, and the app hears nothing of it", async (_, sends) => {
  let asked = 0;
  const port = await serving(SHORT, () => {
    asked += 1;
    return new Response();
  });
  await Promise.all(times(20, () => opened(port, sends).closed));
  expect(asked).toBe(0);
});

test("a connection on which nothing is asked any more is closed", async () => {
  const port = await serving({ idleMs: 50 });
  expect(await opened(port, GET).closed).toMatch(/^HTTP\/1\.1 200/);
});

test.each([
  ["two hosts", "GET / HTTP/1.1\r\nHost: one.example\r\nhost: other.example\r\n\r\n"],
  ["no host", "GET / HTTP/1.1\r\n\r\n"],
  [
    "two lengths",
    `PUT ${BALLOT_PATH} HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
  ],
])("a request with %s is none", async (_, sends) => {
  const port = await serving({});
  const said = await opened(port, sends).closed;
  expect(said).toMatch(/^HTTP\/1\.1 400/);
  expect(said).toMatch(/connection: close/i);
});

test("a body is handed on when it has come whole", async () => {
  const port = await serving({});
  const { socket, answered } = opened(port, put(6, "abc"));
  socket.write("def");
  expect(await answered()).toMatch(/6 letters$/);
});

test.each([
  [
    "refused by what it says, unread",
    `PUT ${BALLOT_PATH} HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\n`,
    "0",
  ],
  [
    "read no further than it takes to refuse it",
    `PUT ${BALLOT_PATH} HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n14\r\n${"x".repeat(20)}\r\n`,
    "20",
  ],
])("a body that is too large is %s", async (_, sends, letters) => {
  const counted: Fetch = async ({ headers, body }) => {
    if (headers.has("Content-Length")) return new Response("0 letters", { status: 413 });
    let letters = 0;
    for await (const chunk of body ?? []) letters += chunk.byteLength;
    return new Response(`${letters} letters`, { status: 413 });
  };
  const port = await serving({ bodyBytes: 10 }, counted);
  const { answered } = opened(port, sends);
  expect(await answered()).toMatch(new RegExp(`^HTTP/1.1 413.*\\b${letters} letters$`, "s"));
});

test("when bodies take too much room, whoever has been sending longest is cut off", async () => {
  const port = await serving({ bodyBytesInAll: 1_000 });
  const slow = [];
  for (let sent = 0; sent < 3; sent++) {
    slow.push(opened(port, put(900, "x".repeat(400))));
    await once(slow.at(-1)!.socket, "connect");
  }
  await slow[0]!.closed;
  expect(await opened(port, put(300, "y".repeat(300))).answered()).toMatch(/300 letters$/);
});

test("connections that are only held open lock nobody out", async () => {
  const port = await serving({ connections: 5 });
  const held = [];
  for (let count = 0; count < 5; count++) {
    held.push(opened(port));
    await once(held.at(-1)!.socket, "connect");
  }
  for (let count = 0; count < 3; count++) {
    expect(await opened(port, GET).answered()).toMatch(/^HTTP\/1\.1 200/);
  }
  await Promise.all(held.slice(0, 3).map(({ closed }) => closed));
});

test("who holds many makes room of its own", async () => {
  const server = createServer((_, outgoing) => outgoing.end("here"));
  const askers = ["one", "other", "one", "one"];
  const sockets: Socket[] = [];
  server.on("connection", (socket) => sockets.push(socket));
  boundConnections(server, () => askers.shift(), {
    ...SERVER_LIMITS,
    connectionsOfAsker: 2,
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close().closeAllConnections());
  const { port } = server.address() as AddressInfo;
  const all = [];
  for (let count = 0; count < 4; count++) {
    all.push(opened(port));
    await once(server, "connection");
  }
  await all[0]!.closed;
  expect(sockets.map(({ destroyed }) => destroyed)).toEqual([true, false, false, false]);
});

test("a connection that asks on without waiting for answers is closed", async () => {
  const port = await serving({ pipelined: 4 }, () => new Promise(() => undefined));
  expect(await opened(port, GET.repeat(20)).closed).toBe("");
});

/** An answer without an end, and how many of them nobody reads any more. */
function endless() {
  const ended = Promise.withResolvers<void>();
  let open = 0;
  const fetch: Fetch = () => {
    open += 1;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(64 * 1024)),
      cancel: () => void ((open -= 1) === 0 && ended.resolve()),
    });
    return new Response(body);
  };
  return { fetch, ended: ended.promise };
}

test("an answer is made no longer than somebody reads it, and nothing is said of who goes away", async () => {
  const said = (["info", "error"] as const).map((name) => vi.spyOn(console, name));
  onTestFinished(() => said.forEach((one) => one.mockRestore()));
  const { fetch, ended } = endless();
  const port = await serving({}, fetch);
  const readers = times(10, () => opened(port, GET));
  await Promise.all(readers.map(({ answered }) => answered()));
  for (const { socket } of readers) socket.destroy();
  await ended;
  expect(said.flatMap((one) => one.mock.calls)).toEqual([]);
});

test("who does not read an answer is closed", async () => {
  const { fetch, ended } = endless();
  const port = await serving({ stalledMs: 100 }, fetch);
  const { socket } = opened(port, GET);
  socket.pause();
  await ended;
});
