import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { S3Client } from "@aws-sdk/client-s3";

/**
 * The three calls of S3 that we make, over real HTTP, as S3 answers them. Recorded from its documentation (Amazon S3
 * API Reference: GetObject, PutObject, DeleteObject; Error Responses), since the servers in the registry are no
 * longer kept up: the last version of `s3rver` is from 2021. Signatures are not checked.
 */
export interface S3 {
  endpoint: string;
  client: S3Client;
  /** Whether the caller may list the bucket: only then a missing key is told from a denied one. */
  mayList: boolean;
  /** A right was taken away: everything is denied. */
  denies: boolean;
  /** There is no room for more. */
  isFull: boolean;
  /** The connection ends in the middle of an upload. */
  cutsOff: boolean;
  keys(): string[];
  stop(): Promise<unknown>;
}

export async function startS3(): Promise<S3> {
  const objects = new Map<string, Buffer>();
  const answerTo = (request: IncomingMessage, body: Buffer, answer: ServerResponse) => {
    const fail = (status: number, code: string) => {
      answer.writeHead(status, { "Content-Type": "application/xml" });
      answer.end(
        `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${code}</Message></Error>`,
      );
    };
    const { pathname } = new URL(request.url!, "http://s3");
    const key = decodeURIComponent(pathname).replace(/^\/[^/]+\//, "");
    if (s3.denies) return fail(403, "AccessDenied");
    if (request.method === "PUT") {
      if (s3.isFull) return fail(507, "XMinioStorageFull");
      objects.set(key, unframed(body, request.headers["x-amz-decoded-content-length"]));
      answer.writeHead(200, { ETag: '"1"' }).end();
      return undefined;
    }
    if (request.method === "DELETE") {
      objects.delete(key);
      answer.writeHead(204).end();
      return undefined;
    }
    const found = objects.get(key);
    if (found !== undefined) {
      answer.writeHead(200, { "Content-Length": found.length }).end(found);
      return undefined;
    }
    return s3.mayList ? fail(404, "NoSuchKey") : fail(403, "AccessDenied");
  };
  const server: Server = createServer((request, answer) => {
    const chunks: Buffer[] = [];
    request.on("error", () => undefined);
    request.on("data", (chunk: Buffer) => {
      chunks.push(chunk);
      if (request.method === "PUT" && s3.cutsOff) request.socket.destroy();
    });
    request.on("end", () => answerTo(request, Buffer.concat(chunks), answer));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const { port } = server.address() as AddressInfo;
  const endpoint = `http://127.0.0.1:${port}`;
  const client = new S3Client({
    endpoint,
    region: "eu-central-1",
    forcePathStyle: true,
    maxAttempts: 1,
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
  });
  const s3: S3 = {
    endpoint,
    client,
    mayList: true,
    denies: false,
    isFull: false,
    cutsOff: false,
    keys: () => [...objects.keys()],
    stop: async () => {
      client.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return s3;
}

/** A body that was sent in chunks with checksums (aws-chunked) without its frames. */
function unframed(body: Buffer, length: string | string[] | undefined): Buffer {
  if (length === undefined) return body;
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length;) {
    const line = body.indexOf("\r\n", at);
    const size = Number.parseInt(body.toString("latin1", at, line), 16);
    if (!(size > 0)) break;
    parts.push(body.subarray(line + 2, line + 2 + size));
    at = line + 2 + size + 2;
  }
  return Buffer.concat(parts);
}
