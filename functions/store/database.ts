import {
  DynamoDBClient,
  type DynamoDBClientConfig,
  ResourceNotFoundException,
} from "@aws-sdk/client-dynamodb";
import { clientLimits, ON_ONE_MACHINE } from "../part-limits.ts";
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
        ...clientLimits(ON_ONE_MACHINE),
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

/** Whether a failure is the store's word that there is no such table. */
export const hasNoTable = (failure: unknown): boolean =>
  failure instanceof ResourceNotFoundException;

/**
 * Whether a failure is the store's, and none of ours: it is overloaded, out of reach, hung, or could not do what was asked of
 * it, such as write to a full disk. What it says of a request that cannot be right (4xx) is a fault of ours.
 */
export const isBusy = (failure: unknown): boolean =>
  failure instanceof Error &&
  (BUSY.has(failure.name) ||
    BUSY.has((failure as NodeJS.ErrnoException).code ?? "") ||
    ((failure as Answered).$metadata?.httpStatusCode ?? 0) >= 500);

/** What the SDK adds to the failures that a service answered with. */
interface Answered extends Error {
  $metadata?: { httpStatusCode?: number };
}

/**
 * What of a failure may stand in a log. Of what a service answered its name alone: one that does not take a signature may quote
 * what was signed, and with it the token of a session.
 */
export const sayable = (failure: unknown): string =>
  failure instanceof Error && (failure as Answered).$metadata !== undefined
    ? failure.name
    : String(failure);

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
  "EPIPE",
  "ETIMEDOUT",
]);
