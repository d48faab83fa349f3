/**
 * What stands in front of database, files and secrets: it knows by whose key a request was signed, asks that role's
 * policies, and passes on what they allow. What they do not is denied as AWS denies it, and noted.
 */
import { once } from "node:events";
import { Agent, createServer, type IncomingHttpHeaders, request } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { type Asked, callsOf } from "./calls.ts";
import { type Call, isAllowed, type Statement } from "./policy.ts";
import type { Table } from "./tables.ts";

/** Whoever has a key: a function, with what its role may do. */
export interface Caller {
  readonly name: string;
  statements: readonly Statement[];
}

export interface ProxyWorld {
  /** By the id of the key with which requests are signed. */
  callers: ReadonlyMap<string, Caller>;
  tables: ReadonlyMap<string, Table>;
  database: { endpoint: string; accessKeyId: string };
  files: string;
  secretOf(arn: string): string;
}

export interface Proxy {
  url: string;
  /** Everything that was done or denied, with who wanted it. */
  made: { caller: string; call: Call; denied: boolean }[];
  stop(): void;
}

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export async function startProxy(world: ProxyWorld): Promise<Proxy> {
  const made: Proxy["made"] = [];
  const agent = new Agent({ keepAlive: true });
  const passOn = async (to: string, asked: Asked, headers: IncomingHttpHeaders, sent: Buffer) => {
    const { method, path } = asked;
    const onward = request(new URL(path, to), { method, headers, agent });
    onward.end(sent);
    const [answer] = await once(onward, "response");
    return { status: answer.statusCode, headers: answer.headers, body: await buffer(answer) };
  };

  const answerTo = async (asked: Asked, headers: IncomingHttpHeaders, sent: Buffer) => {
    const caller = world.callers.get(KEY.exec(headers.authorization ?? "")?.[1] ?? "");
    if (caller === undefined) return refusal(asked, "UnrecognizedClientException", "nobody's key");
    const calls = callsOf(asked, world.tables);
    const denied = calls.filter((call) => !isAllowed(caller.statements, call));
    for (const call of calls) {
      made.push({ caller: caller.name, call, denied: denied.includes(call) });
    }
    if (denied[0] !== undefined) {
      const { action, resource } = denied[0];
      const why = `${caller.name} is not authorized to perform: ${action} on resource: ${resource}`;
      return refusal(asked, "AccessDeniedException", why);
    }
    if (asked.service === "secretsmanager") {
      const { SecretId: ARN } = asked.body;
      return told(200, { ARN, SecretString: world.secretOf(ARN) });
    }
    if (asked.service === "s3") {
      const answer = await passOn(world.files, asked, headers, sent);
      const [, bucket] = asked.path.split("/");
      const list = { action: "s3:ListBucket", resource: `arn:aws:s3:::${bucket}` };
      // Who may not list a bucket is not told that a file is missing.
      return answer.status === 404 && !isAllowed(caller.statements, list)
        ? refusal(asked, "AccessDenied", "Access Denied")
        : answer;
    }
    const { endpoint, accessKeyId } = world.database;
    const authorization = headers.authorization!.replace(KEY, `Credential=${accessKeyId}/`);
    return passOn(endpoint, asked, { ...headers, authorization }, sent);
  };

  const server = createServer(async (incoming, outgoing) => {
    try {
      const sent = await buffer(incoming);
      const { headers, method = "GET", url: path = "/" } = incoming;
      const target = String(headers["x-amz-target"] ?? "");
      const asked: Asked = {
        service:
          target === ""
            ? "s3"
            : target.startsWith("secretsmanager")
              ? "secretsmanager"
              : "dynamodb",
        operation: target.split(".").at(-1)!,
        method,
        path,
        body: target === "" ? undefined : JSON.parse(sent.toString()),
      };
      const answer = await answerTo(asked, headers, sent);
      outgoing.writeHead(answer.status, answer.headers).end(answer.body);
    } catch {
      outgoing.destroy();
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    made,
    stop() {
      server.close();
      server.closeAllConnections();
      agent.destroy();
    },
  };
}

const KEY = /Credential=([^/]+)\//;

const told = (status: number, body: object): Answer => ({
  status,
  headers: { "content-type": "application/x-amz-json-1.0" },
  body: Buffer.from(JSON.stringify(body)),
});

const refusal = ({ service }: Asked, code: string, Message: string): Answer =>
  service === "s3"
    ? {
        status: 403,
        headers: { "content-type": "application/xml" },
        body: Buffer.from(
          `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>${Message}</Message></Error>`,
        ),
      }
    : told(400, { __type: `com.amazon.coral.service#${code}`, Message });
