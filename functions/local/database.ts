/** A database and the way to it: a DynamoDB Local under a key, one that is joined, or one of others with credentials. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import {
  DescribeTableCommand,
  DynamoDBClient,
  type DynamoDBClientConfig,
  ListTablesCommand,
} from "@aws-sdk/client-dynamodb";
import { connectStreams } from "../store/stream.ts";
import { keptKey } from "./database-key.ts";
import { credentialsOf, type Foreign, tablesUnder } from "./foreign.ts";
import { refuseUnusable } from "./unusable.ts";

/** Where a database answers, and how it shows its tables. */
export interface Connection {
  endpoint: string;
  /** The secret key of a DynamoDB Local; empty for any other. */
  accessKeyId: string;
  /** Of a database that asks for credentials. */
  foreign?: Foreign | undefined;
}

export interface Database extends Connection {
  /** Resolves when the database no longer runs. */
  stop(): Promise<void>;
  /** Resolves, with a readable reason, when the database has ended, asked or not. */
  exited: Promise<string>;
}

/** What a client of a database is made with, or one of its streams. */
export function configOf(
  connection: Connection,
  of: "tables" | "streams" = "tables",
): DynamoDBClientConfig {
  const { foreign, endpoint } = connection;
  if (foreign === undefined) return clientConfig(connection);
  const at = of === "streams" ? (foreign.streams ?? endpoint) : endpoint;
  return { endpoint: at, region: foreign.region, credentials: () => credentialsOf(foreign) };
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
 * How an endpoint answers: `tables` proves that it is the database of this key, or the one of our credentials; `empty` may be
 * any DynamoDB Local, for each shows an empty database to a key it does not know; `slow` says nothing.
 */
export async function probe(
  connection: Connection,
  patience = MOST_PATIENCE,
): Promise<"tables" | "empty" | "slow" | "none"> {
  const client = new DynamoDBClient({ ...configOf(connection), maxAttempts: 1 });
  const abortSignal = AbortSignal.timeout(patience);
  try {
    if (connection.foreign !== undefined) {
      const described = new DescribeTableCommand({
        TableName: tablesUnder(connection.foreign.prefix).main,
      });
      await client.send(described, { abortSignal });
      return "tables";
    }
    const { TableNames } = await client.send(new ListTablesCommand({ Limit: 1 }), { abortSignal });
    return TableNames?.length ? "tables" : "empty";
  } catch (failure) {
    if ((failure as Error).name === "ResourceNotFoundException") return "empty";
    return abortSignal.aborted ? "slow" : "none";
  } finally {
    client.destroy();
  }
}

/**
 * Takes a database that runs already and goes on running without us: one DynamoDB Local for several installations, where
 * each has its own key and sees its own tables alone, or one of others. Throws one line when it cannot be used.
 */
export async function joinDatabase(
  folder: string,
  endpoint: string,
  foreign: Foreign | undefined,
): Promise<Database> {
  const connection = { endpoint, foreign, accessKeyId: foreign ? "" : await ownKey(folder) };
  const none = `no database answers at DYNAMODB_ENDPOINT (${endpoint})`;
  if (foreign === undefined) {
    if ((await probe(connection)) === "none") throw new Error(none);
  } else {
    // What is wrong with a file of credentials says so itself, before anybody is asked.
    await credentialsOf(foreign);
    const client = new DynamoDBClient({ ...configOf(connection), maxAttempts: 2 });
    const streams = connectStreams(configOf(connection, "streams"));
    const where = `the database at DYNAMODB_ENDPOINT (${endpoint})`;
    await refuseUnusable(client, streams, tablesUnder(foreign.prefix).main, where).finally(() => {
      client.destroy();
      streams.destroy();
    });
  }
  return { ...connection, stop: async () => {}, exited: new Promise(() => {}) };
}

async function ownKey(folder: string): Promise<string> {
  const files = join(folder, "database");
  await mkdir(files, { recursive: true, mode: 0o700 });
  return keptKey(files);
}
