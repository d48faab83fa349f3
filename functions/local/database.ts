/** A DynamoDB Local and the way to it: where it answers, under which key, and one of others that is joined. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { keptKey } from "./database-key.ts";

/** Where a database answers, and the secret under which it shows its tables. */
export interface Connection {
  endpoint: string;
  accessKeyId: string;
}

export interface Database extends Connection {
  /** Resolves when the database no longer runs. */
  stop(): Promise<void>;
  /** Resolves, with a readable reason, when the database has ended, asked or not. */
  exited: Promise<string>;
}

/**
 * What every client of the local database is made with. The region is half of the name of the file
 * that holds the data: under another region the database looks empty. The endpoint is asked for at each request: a
 * database that was started again may have another port.
 */
export function clientConfig(connection: Connection) {
  const credentials = {
    accessKeyId: connection.accessKeyId,
    secretAccessKey: "not-checked-by-dynamodb-local",
  };
  const endpoint = async () => ({ url: new URL(connection.endpoint) });
  return { endpoint, region: "kenes-local", credentials };
}

/** How long an answer is waited for at most, in ms. */
export const MOST_PATIENCE = 3_000;

/**
 * How an endpoint answers: `tables` proves that it is the database of this key; `empty` may be any
 * DynamoDB Local, for each shows an empty database to a key it does not know; `slow` says nothing.
 */
export async function probe(
  connection: Connection,
  patience = MOST_PATIENCE,
): Promise<"tables" | "empty" | "slow" | "none"> {
  const client = new DynamoDBClient({ ...clientConfig(connection), maxAttempts: 1 });
  const abortSignal = AbortSignal.timeout(patience);
  try {
    const { TableNames } = await client.send(new ListTablesCommand({ Limit: 1 }), { abortSignal });
    return TableNames?.length ? "tables" : "empty";
  } catch {
    return abortSignal.aborted ? "slow" : "none";
  } finally {
    client.destroy();
  }
}

/**
 * Takes a database that runs already and goes on running without us, such as one DynamoDB Local for
 * several installations: each has its own key, and sees its own tables alone.
 */
export async function joinDatabase(folder: string, endpoint: string): Promise<Database> {
  const files = join(folder, "database");
  await mkdir(files, { recursive: true, mode: 0o700 });
  const connection = { endpoint, accessKeyId: await keptKey(files) };
  if ((await probe(connection)) === "none") {
    throw new Error(`no database answers at DYNAMODB_ENDPOINT (${endpoint})`);
  }
  return { ...connection, stop: async () => {}, exited: new Promise(() => {}) };
}
