import { once } from "node:events";
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { type Outside } from "../../functions/hook/deliver.ts";
import { PATIENCE } from "./patience.ts";
import { CERTIFICATE, KEY, PROXIED_HOST } from "./tls-proxy.ts";

/** What a receiver was sent. */
export interface Received {
  headers: IncomingHttpHeaders;
  method: string;
  path: string;
  body: string;
}

type Answering = (answer: ServerResponse, request: IncomingMessage) => void;

/** The address of a receiver, by the name that its certificate is for. */
export const RECEIVER = `https://${PROXIED_HOST}/kenes?key=1`;

/** A system that takes messages over TLS on this machine, and the outside in which its name leads there. */
export async function receiver() {
  const received: Received[] = [];
  let answering: Answering = (answer) => void answer.writeHead(204).end();
  const server = createServer({ cert: CERTIFICATE, key: KEY }, async (request, answer) => {
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += chunk as string;
    const { headers, method = "", url = "" } = request;
    received.push({ headers, method, path: url, body });
    answering(answer, request);
  });
  // A caller that hangs up in the middle is what some tests are about.
  server.on("tlsClientError", () => {});
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const outside: Outside = {
    resolve: async () => [{ address: "127.0.0.1", family: 4 }],
    isAllowed: () => true,
    port,
    timeLimit: PATIENCE,
    ca: CERTIFICATE,
  };
  return {
    received,
    outside,
    port,
    /** From now on it answers so. */
    answer: (how: Answering | number, headers: Record<string, string> = {}) => {
      answering =
        typeof how === "number" ? (answer) => void answer.writeHead(how, headers).end() : how;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
