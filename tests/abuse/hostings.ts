import { once } from "node:events";
import { request } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync, inflateSync } from "node:zlib";
import { createApp } from "../../functions/app.ts";
import { eventHandler } from "../../functions/lambda/http-events.ts";
import { close, listen } from "../../functions/local/serve.ts";
import type { Services } from "../../functions/services.ts";
import { eventOf } from "../functions/lambda/event-of.ts";

/** A request as it goes over the line: whatever stands in it is sent as it stands. */
export interface Raw {
  method: string;
  /** With the query. */
  path: string;
  headers: Readonly<Record<string, string>>;
  body?: Uint8Array | undefined;
}

export interface Answered {
  status: number;
  /** By their names in small letters. */
  headers: Readonly<Record<string, string>>;
  text: string;
}

export interface HostingUnderTest {
  name: "http" | "lambda";
  origin: string;
  /** Over the line, where there is one. */
  send(raw: Raw): Promise<Answered>;
  /** Within this process. */
  ask(raw: Raw): Promise<Answered>;
}

/** One app on a port of this machine, and behind an HTTP API. */
export async function hostingsOf(services: Services) {
  const app = createApp(services);
  const server = await listen((asked, hosting) => app.fetch(asked, hosting), 0, "127.0.0.1");
  const { port } = server.address() as AddressInfo;
  const handler = eventHandler(app, services, {
    askerOf: () => undefined,
    isOurs: () => true,
  });
  const origin = `http://127.0.0.1:${port}`;
  const http: HostingUnderTest = {
    name: "http",
    origin,
    async ask({ method, path, headers, body }) {
      const answer = await app.request(`${origin}${path}`, {
        method,
        headers,
        ...(body !== undefined && { body: Uint8Array.from(body) }),
      });
      const all = Object.fromEntries(answer.headers);
      const bytes = Buffer.from(await answer.arrayBuffer());
      return {
        status: answer.status,
        headers: all,
        text: plain(bytes, all["content-encoding"] ?? ""),
      };
    },
    async send({ method, path, headers, body }) {
      const asked = request({
        host: "127.0.0.1",
        port,
        method,
        path,
        headers: {
          ...headers,
          ...(body !== undefined && !("Transfer-Encoding" in headers)
            ? { "Content-Length": String(body.byteLength) }
            : {}),
        },
        insecureHTTPParser: true,
        agent: false,
      });
      // What is refused before it was read whole may end the connection under whoever still sends.
      const failed = new Promise<never>((_, reject) => asked.once("error", reject));
      asked.end(body);
      const [answer] = (await Promise.race([once(asked, "response"), failed])) as [
        NodeJS.ReadableStream & {
          statusCode: number;
          headers: Record<string, string | string[] | undefined>;
        },
      ];
      const chunks: Buffer[] = [];
      for await (const chunk of answer) chunks.push(Buffer.from(chunk));
      return {
        status: answer.statusCode,
        headers: Object.fromEntries(
          Object.entries(answer.headers).map(([name, value]) => [name, [value].flat().join(", ")]),
        ),
        text: plain(Buffer.concat(chunks), String(answer.headers["content-encoding"] ?? "")),
      };
    },
  };
  const lambda: HostingUnderTest = {
    name: "lambda",
    origin: "https://kenes.example",
    ask: (raw) => lambda.send(raw),
    async send({ method, path, headers, body }) {
      const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
      const answer = await handler(
        eventOf({
          method,
          path,
          headers: Object.fromEntries(lower),
          ...(body !== undefined && {
            body: Buffer.from(body).toString("base64"),
            isBase64Encoded: true,
          }),
        }),
      );
      const all = answer.headers as Record<string, string>;
      const cookies = (answer as { cookies?: string[] }).cookies;
      const bytes = Buffer.from(answer.body, answer.isBase64Encoded ? "base64" : "utf8");
      return {
        // As the edge gives it back (infra/edge-functions.ts).
        status: Number(all["kenes-status"] ?? answer.statusCode),
        headers: { ...all, ...(cookies !== undefined && { "set-cookie": cookies.join(", ") }) },
        text: plain(bytes, all["content-encoding"] ?? ""),
      };
    },
  };
  return { app, hostings: [http, lambda], end: () => close(server) };
}

const UNPACK: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  gzip: gunzipSync,
  deflate: inflateSync,
};
/** The text of an answer that may have come compressed. */
export const plain = (bytes: Buffer, encoding: string): string =>
  (bytes.length > 0 ? (UNPACK[encoding]?.(bytes) ?? bytes) : bytes).toString("utf8");
