import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { deliver, INTERNET, type Outside } from "../../../functions/hook/deliver.ts";
import { isPublicAddress } from "../../../functions/hook/public-address.ts";
import { receiver, RECEIVER } from "../../support/receiver.ts";

let there: Awaited<ReturnType<typeof receiver>>;
beforeAll(async () => {
  there = await receiver();
});
beforeEach(() => {
  there.received.length = 0;
  there.answer(204);
});
afterAll(() => there.close());

const NOW = new Date("2026-11-24T09:00:00Z");
const send = (more: Partial<Outside> = {}, address = RECEIVER) =>
  deliver({ ...there.outside, ...more }, address, { "X-Test": "yes" }, '{"ж":1}', () => NOW);

test("what is outside is the internet, on the port of https, for ten seconds", () => {
  expect(INTERNET).toMatchObject({ isAllowed: isPublicAddress, port: 443, timeLimit: 10_000 });
  expect(INTERNET.ca).toBeUndefined();
});

test("a message arrives as it was made", async () => {
  expect(await send()).toEqual({ status: 204 });
  expect(there.received).toMatchObject([
    {
      method: "POST",
      path: "/kenes?key=1",
      body: '{"ж":1}',
      headers: { "x-test": "yes", "content-length": "8" },
    },
  ]);
});

describe("nothing is sent to a host that is not everybody's", () => {
  // The real judgement; only where the name leads is ours.
  const leadingTo = (...addresses: string[]) => ({
    isAllowed: isPublicAddress,
    resolve: async () =>
      addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
  });

  test.each([
    ["loopback", "127.0.0.1"],
    ["loopback of IPv6", "::1"],
    ["metadata", "169.254.169.254"],
    ["metadata of IPv6", "fd00:ec2::254"],
    ["private", "10.1.2.3"],
    ["mapped", "::ffff:127.0.0.1"],
  ])("a name that leads to it: %s", async (_, address) => {
    expect(await send(leadingTo(address))).toEqual({ failure: "address" });
    expect(there.received).toEqual([]);
  });

  test("a name that leads there beside somewhere else", async () => {
    expect(await send(leadingTo("1.1.1.1", "127.0.0.1"))).toEqual({ failure: "address" });
  });

  test("a name that leads elsewhere at each question is asked about once for each call", async () => {
    let asked = 0;
    const rebinding = {
      isAllowed: (address: string) => address !== "127.0.0.1",
      resolve: async () => [{ address: asked++ === 0 ? "127.0.0.1" : "127.0.0.2", family: 4 }],
    };
    expect(await send(rebinding)).toEqual({ failure: "address" });
    expect(asked).toBe(1);
    expect(there.received).toEqual([]);
  });

  test.each([
    "https://127.0.0.1/",
    "https://[::1]/",
    "https://2130706433/",
    "http://consult.example/",
  ])("an address that never should have been stored: %s", async (address) => {
    // Whatever is allowed: for a number nobody asks where it leads.
    expect(await send({}, address)).toEqual({ failure: "address" });
    expect(there.received).toEqual([]);
  });

  test("the name localhost, by the resolver of this machine", async () => {
    const { resolve } = INTERNET;
    expect(await send({ resolve, isAllowed: isPublicAddress }, "https://localhost/")).toEqual({
      failure: "address",
    });
  });
});

describe("of an answer only the status is taken", () => {
  test.each([200, 400, 404, 410, 500, 503])("%i", async (status) => {
    there.answer(status);
    expect(await send()).toEqual({ status });
  });

  test.each([301, 302, 303, 307, 308])("%i leads nowhere", async (status) => {
    there.answer(status, { Location: `https://127.0.0.1:${there.port}/inside` });
    expect(await send()).toEqual({ status });
    expect(there.received.map(({ path }) => path)).toEqual(["/kenes?key=1"]);
  });

  test.each([
    ["120", 120_000],
    ["Tue, 24 Nov 2026 09:10:00 GMT", 600_000],
    ["Tue, 24 Nov 2026 08:00:00 GMT", 0],
    ["soon", undefined],
    ["-5", undefined],
    ["1e9", undefined],
  ])("and when to come again: %s", async (retryAfter, ms) => {
    there.answer(429, { "Retry-After": retryAfter });
    expect(await send()).toEqual({ status: 429, ...(ms !== undefined && { retryAfter: ms }) });
  });

  test("a body without end is not waited for", async () => {
    let isOver: (gone: true) => void;
    const over = new Promise<true>((resolve) => (isOver = resolve));
    there.answer((answer) => {
      answer.writeHead(200);
      const write = () => answer.write("x".repeat(65_536));
      answer.on("drain", write).on("close", () => isOver(true));
      write();
    });
    expect(await send()).toEqual({ status: 200 });
    expect(await over).toBe(true);
  });
});

describe("a receiver that does not behave", () => {
  test("never answers: the time is over, and the connection too", async () => {
    let isOver: (gone: true) => void;
    const over = new Promise<true>((resolve) => (isOver = resolve));
    there.answer((answer) => void answer.on("close", () => isOver(true)));
    expect(await send({ timeLimit: 300 })).toEqual({ failure: "timeout" });
    expect(await over).toBe(true);
  });

  test("answers byte by byte: the time is for all of it", async () => {
    const text = "HTTP/1.1 200 OK\r\nX-Slow: ";
    there.answer((_, request) => {
      let at = 0;
      const timer = setInterval(() => request.socket.write(text[at++] ?? "x"), 20);
      request.socket.on("close", () => clearInterval(timer));
    });
    const began = performance.now();
    expect(await send({ timeLimit: 600 })).toEqual({ failure: "timeout" });
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  test("whose name is never found: the time is for that too", async () => {
    const resolve = () => new Promise<never>(() => {});
    expect(await send({ resolve, timeLimit: 200 })).toEqual({ failure: "timeout" });
  });

  test("hangs up", async () => {
    there.answer((_, request) => void request.socket.destroy());
    expect(await send()).toEqual({ failure: "connection" });
  });

  test("answers no HTTP, or a head without end", async () => {
    there.answer((_, request) => void request.socket.end("hello\r\n\r\n"));
    expect(await send()).toEqual({ failure: "answer" });
    there.answer((answer) => void answer.writeHead(200, { "X-Long": "x".repeat(10_000) }).end());
    expect(await send()).toEqual({ failure: "answer" });
  });

  test("has a certificate that nobody vouches for, or one for another name", async () => {
    const { ca: _, ...unknown } = there.outside;
    expect(await deliver(unknown, RECEIVER, {}, "{}", () => NOW)).toEqual({ failure: "tls" });
    expect(await send({}, "https://another.example/")).toEqual({ failure: "tls" });
    expect(there.received).toEqual([]);
  });

  test("speaks no TLS", async () => {
    const plain = createServer((socket: Socket) => void socket.end("HTTP/1.1 200 OK\r\n\r\n"));
    plain.listen(0, "127.0.0.1");
    await once(plain, "listening");
    expect(await send({ port: (plain.address() as AddressInfo).port })).toEqual({ failure: "tls" });
    plain.close();
  });

  test("is not there, or has no name", async () => {
    expect(await send({ resolve: async () => Promise.reject(new Error("ENOTFOUND")) })).toEqual({
      failure: "name",
    });
    expect(await send({ resolve: async () => [] })).toEqual({ failure: "name" });
    const gone = createServer().listen(0, "127.0.0.1");
    await once(gone, "listening");
    const { port } = gone.address() as AddressInfo;
    gone.close();
    await once(gone, "close");
    expect(await send({ port })).toEqual({ failure: "connection" });
  });
});
