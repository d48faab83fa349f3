/** Why a database cannot be used, before anything is made in it. Of what it says only names are told: a refused signature quotes what was signed. */
import {
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  type DynamoDBClient,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import { ListStreamsCommand } from "@aws-sdk/client-dynamodb-streams";
import type { Streams } from "../store/stream.ts";
import { Complaint } from "./complaint.ts";

/** What a server calls a kind of request that it does not know. */
const UNKNOWN = /^(UnknownOperation|NotImplemented|UnsupportedOperation)/;

const REFUSED =
  /^(UnrecognizedClient|InvalidSignature|SignatureDoesNotMatch|InvalidClientTokenId|AccessDenied|ExpiredToken|MissingAuthenticationToken|IncompleteSignature|InvalidAccessKeyId)/;

const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/;

/** What of DynamoDB stands for "there is no such table": whoever says so understood the question. */
const ABSENT = "ResourceNotFoundException";

/** Why nothing can be had there, in words that go on from "… answers": one line without a secret. */
function whyUnusable(failure: unknown): string {
  if (failure instanceof Complaint) return failure.message;
  const { name = "", code = "" } = failure as { name?: string; code?: string };
  if (REFUSED.test(name)) return `it refuses the credentials (${name})`;
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return `there is no such host (${code})`;
  if (code === "ECONNREFUSED") return "nobody listens there";
  if (CERTIFICATE.test(code)) {
    return `its certificate is not trusted here (${code}); NODE_EXTRA_CA_CERTS names a file with the one that signed it`;
  }
  if (code === "EPROTO" || code.startsWith("ERR_SSL")) return `it does not speak TLS (${code})`;
  if (name === "TimeoutError" || code === "ETIMEDOUT") return "it does not answer in time";
  if (isNoDynamoDb(failure)) return "what answers there does not speak DynamoDB";
  return `it cannot be asked (${code || name || "unknown failure"})`;
}

/** An answer that is no JSON, or a refusal without DynamoDB's name for it. */
const isNoDynamoDb = (failure: unknown): boolean =>
  failure instanceof SyntaxError ||
  failure instanceof TypeError ||
  /^(UnknownError|Error|Unknown)$/.test((failure as Error).name);

/** Throws a `Complaint` that begins with `where` when nobody answers there, or not to us. Asks for one table alone, and makes nothing. */
export async function refuseUnreachable(
  client: DynamoDBClient,
  table: string,
  where: string,
): Promise<void> {
  // Least of rights: whoever may use the tables may describe them.
  await client.send(new DescribeTableCommand({ TableName: table })).catch((failure: Error) => {
    if (failure.name !== ABSENT) throw new Complaint(`${where}: ${whyUnusable(failure)}`);
  });
}

/** The same, also where it does not know transactions, expiry or streams: asked of a table that is not there. */
export async function refuseUnusable(
  client: DynamoDBClient,
  streams: Streams,
  table: string,
  where: string,
): Promise<void> {
  await refuseUnreachable(client, table, where);
  const none = { TableName: `${table}-asked-for-and-not-there` };
  const Put = { ...none, Item: { pk: { S: "none" }, sk: { S: "none" } } };
  const lacking: string[] = [];
  for (const [what, ask] of [
    [
      "transactions",
      () => client.send(new TransactWriteItemsCommand({ TransactItems: [{ Put }] })),
    ],
    ["expiry (TTL)", () => client.send(new DescribeTimeToLiveCommand(none))],
    ["streams", () => streams.send(new ListStreamsCommand({ Limit: 1 }))],
  ] as const) {
    await ask().catch((failure: Error) => {
      if (isAway(failure)) throw new Complaint(`${where}, its ${what}: ${whyUnusable(failure)}`);
      if (UNKNOWN.test(failure.name) || isNoDynamoDb(failure)) lacking.push(what);
    });
  }
  if (lacking.length > 0) {
    throw new Complaint(
      `${where} lacks ${lacking.join(" and ")}, without which nothing can be counted; kenes contract says what else`,
    );
  }
}

/** Whether it is the way there that fails, or that nobody is let in. A refused right to list streams is none of these. */
const isAway = (failure: Error): boolean =>
  (failure as NodeJS.ErrnoException).code !== undefined ||
  (REFUSED.test(failure.name) && !failure.name.startsWith("AccessDenied"));
