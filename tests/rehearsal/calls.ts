/** What a request to DynamoDB, its streams, Secrets Manager or S3 wants to do, as IAM names it. */
import type { Call } from "./policy.ts";
import { ACCOUNT, REGION } from "./resolve.ts";
import type { Json } from "./stacks.ts";
import type { Table } from "./tables.ts";

/** A request as it arrived. */
export interface Asked {
  service: string;
  /** What the header `X-Amz-Target` names; empty for S3. */
  operation: string;
  method: string;
  /** With the query. */
  path: string;
  body: Json;
}

/** DynamoDB Local lives in a region and an account of its own. */
const OF_LOCAL = /arn:aws:dynamodb:ddblocal:0+:/g;
const here = (arn: string) => arn.replace(OF_LOCAL, `arn:aws:dynamodb:${REGION}:${ACCOUNT}:`);

/** Everything that a request wants to do: it is denied when one of these is. */
export function callsOf(asked: Asked, tables: ReadonlyMap<string, Table>): Call[] {
  const { service, operation, body } = asked;
  if (service === "s3") return [s3Call(asked)];
  if (service === "secretsmanager") {
    return [{ action: `secretsmanager:${operation}`, resource: body.SecretId }];
  }
  if (body.StreamArn !== undefined || body.ShardIterator !== undefined) {
    const arn = /arn:aws:dynamodb:[^|]+/.exec(body.StreamArn ?? body.ShardIterator);
    return [{ action: `dynamodb:${operation}`, resource: here(arn?.[0] ?? "unknown") }];
  }
  return tableCalls(operation, body, tables);
}

/** In transactions each part needs the right to itself. */
const OF_TRANSACTIONS: Readonly<Record<string, string>> = {
  Get: "GetItem",
  Put: "PutItem",
  Update: "UpdateItem",
  Delete: "DeleteItem",
  ConditionCheck: "ConditionCheckItem",
};

function tableCalls(operation: string, body: Json, tables: ReadonlyMap<string, Table>): Call[] {
  const call = (action: string, name: string, requests: Json[]): Call => {
    const { arn, partitionKey } = tables.get(name) ?? { arn: `unknown/${name}`, partitionKey: "" };
    const keys = requests.flatMap((one) => keysOf(one, partitionKey));
    return { action: `dynamodb:${action}`, resource: arn, ...(keys.length > 0 && { keys }) };
  };
  if (operation.startsWith("Transact")) {
    return body.TransactItems.flatMap((item: Json) =>
      Object.entries<Json>(item).map(([part, one]) =>
        call(OF_TRANSACTIONS[part] ?? part, one.TableName, [one]),
      ),
    );
  }
  if (operation.startsWith("Batch")) {
    return Object.entries<Json>(body.RequestItems).map(([name, items]) =>
      call(
        operation,
        name,
        (items.Keys?.map((Key: Json) => ({ Key })) ?? items).map(
          (one: Json) => one.PutRequest ?? one.DeleteRequest ?? one,
        ),
      ),
    );
  }
  return [call(operation, body.TableName, [body])];
}

/** The partition keys that a request names: of an item, of a key, or of a query. */
function keysOf(request: Json, partitionKey: string): string[] {
  const direct = (request.Key ?? request.Item)?.[partitionKey];
  if (direct !== undefined) return [direct.S];
  const [, name = "", value = ""] =
    /(#?\w+)\s*=\s*(:\w+)/.exec(request.KeyConditionExpression ?? "") ?? [];
  const isIt = (request.ExpressionAttributeNames?.[name] ?? name) === partitionKey;
  return isIt ? [request.ExpressionAttributeValues[value].S] : [];
}

const OF_METHODS: Readonly<Record<string, string>> = {
  GET: "GetObject",
  HEAD: "GetObject",
  PUT: "PutObject",
  POST: "PutObject",
  DELETE: "DeleteObject",
};

function s3Call({ method, path }: Asked): Call {
  const [, bucket = "", key = ""] = /^\/([^/]+)\/?(.*)$/.exec(
    decodeURIComponent(path.split("?")[0]!),
  )!;
  return key === ""
    ? { action: "s3:ListBucket", resource: `arn:aws:s3:::${bucket}` }
    : {
        action: `s3:${OF_METHODS[method] ?? method}`,
        resource: `arn:aws:s3:::${bucket}/${key}`,
      };
}
