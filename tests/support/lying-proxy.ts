import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** What a request or an answer of DynamoDB says. */
export type Json = Record<string, unknown>;

/** An answer of the proxy's own. */
export interface Answer {
  status?: number;
  type?: string;
  body: Json | string;
}

/** How a database lies. `call` is the name of what is asked, such as `PutItem`. */
export interface Lie {
  /** Changes a request before it is sent on, or answers it without asking anybody. */
  asked?: (call: string, request: Json) => Answer | undefined | Promise<Answer>;
  /** Changes the answer, or gives another one. */
  answered?: (call: string, answer: Json, request: Json, status: number) => Answer | undefined;
}

export interface LyingProxy {
  endpoint: string;
  close(): void;
}

/** A database that answers as the one behind it, but for the lie. */
export async function lyingProxy(endpoint: string, { asked, answered }: Lie): Promise<LyingProxy> {
  const server = createServer((incoming, outgoing) => {
    const send = ({ status = 200, type = "application/x-amz-json-1.0", body }: Answer) => {
      outgoing.writeHead(status, { "Content-Type": type });
      outgoing.end(typeof body === "string" ? body : JSON.stringify(body));
    };
    const answer = async (): Promise<Answer> => {
      const call = String(incoming.headers["x-amz-target"]).replace(/^.*\./, "");
      const request = JSON.parse(await textOf(incoming)) as Json;
      const own = await asked?.(call, request);
      if (own !== undefined) return own;
      const {
        host: _host,
        "content-length": _length,
        connection: _connection,
        ...headers
      } = incoming.headers;
      const onward = await fetch(endpoint, {
        method: "POST",
        headers: headers as Record<string, string>,
        body: JSON.stringify(request),
      });
      const body = (await onward.json()) as Json;
      return answered?.(call, body, request, onward.status) ?? { status: onward.status, body };
    };
    answer().then(send, () => outgoing.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function textOf(incoming: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of incoming.setEncoding("utf8")) text += chunk;
  return text;
}

/** An answer as DynamoDB refuses. */
export const refusal = (name: string, status = 400): Answer => ({
  status,
  body: { __type: `com.amazonaws.dynamodb.v20120810#${name}`, message: "as the proxy says" },
});
