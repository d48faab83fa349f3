import { DynamoDBClient, type DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";
import type { TableName } from "./table.ts";
import { withoutTooLong } from "./too-long.ts";

/** The one store: a client, and what the three tables are called in this installation. */
export interface Database {
  client: DynamoDBClient;
  tables: Record<TableName, string>;
}

export const connect = (
  tables: Record<TableName, string>,
  config: DynamoDBClientConfig = {},
): Database => ({
  client: withoutTooLong(
    withoutLog(
      new DynamoDBClient({
        // A connection for each of a few hundred respondents at once; a stuck one gives up.
        requestHandler: {
          connectionTimeout: 2_000,
          requestTimeout: 10_000,
          httpAgent: { keepAlive: true, maxSockets: 256 },
          httpsAgent: { keepAlive: true, maxSockets: 256 },
        },
        ...config,
      }),
    ),
  ),
  tables,
});

/**
 * The same client without the SDK's log of requests. None is kept, but the SDK copies every item that it reads or writes
 * for it all the same; and what is stored has no place in a log.
 */
export function withoutLog<Client extends { middlewareStack: { remove(name: string): boolean } }>(
  client: Client,
): Client {
  client.middlewareStack.remove("loggerMiddleware");
  return client;
}

/** Whether a failure is the store's word that it is overloaded or out of reach for the moment. */
export const isBusy = (failure: unknown): boolean =>
  failure instanceof Error &&
  (BUSY.has(failure.name) || BUSY.has((failure as NodeJS.ErrnoException).code ?? ""));

const BUSY = new Set([
  // Only one that refused no condition is ever thrown on: a conflict, or throttling.
  "TransactionCanceledException",
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
  "ThrottlingException",
  "TransactionConflictException",
  "TransactionInProgressException",
  "InternalServerError",
  "ServiceUnavailable",
  "TimeoutError",
  "ECONNREFUSED",
  "ECONNRESET",
]);
