import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** Secrets Manager and S3, which have no local edition: just as much of their protocols as is needed. */
export interface StandIn {
  url: string;
}

/** Starts it for as long as the tests of a file run. */
export async function standIn(): Promise<StandIn> {
  const objects = new Map<string, Buffer>();
  let secret = "a secret of the installation";
  const server = createServer(async (request: IncomingMessage, answer) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const path = new URL(request.url ?? "", "http://x").pathname;
    if (request.headers["x-amz-target"] === "secretsmanager.GetSecretValue") {
      answer.end(JSON.stringify({ SecretString: secret }));
    } else if (request.headers["x-amz-target"] === "secretsmanager.PutSecretValue") {
      secret = (JSON.parse(Buffer.concat(chunks).toString()) as { SecretString: string })
        .SecretString;
      answer.end("{}");
    } else if (request.method === "PUT") {
      objects.set(path, Buffer.concat(chunks));
      answer.end();
    } else if (objects.has(path)) answer.end(objects.get(path));
    else answer.writeHead(404).end("<Error><Code>NoSuchKey</Code></Error>");
  });
  server.listen(0, "127.0.0.1").unref();
  await once(server, "listening");
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
