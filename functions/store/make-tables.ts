import {
  CreateTableCommand,
  type DynamoDBClient,
  DescribeTimeToLiveCommand,
  ResourceInUseException,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from "@aws-sdk/client-dynamodb";
import { TABLES, type TableName, type TableShape } from "./table.ts";

/**
 * Makes the tables that are missing and returns when all can be used. Repeating it changes nothing,
 * and several callers may do it at once. For the local database; in AWS the stack makes them.
 */
export async function makeTables(
  client: DynamoDBClient,
  names: Record<TableName, string>,
  shapes: Record<TableName, TableShape> = TABLES,
): Promise<void> {
  const kinds = Object.keys(shapes) as TableName[];
  await Promise.all(kinds.map((kind) => makeTable(client, names[kind], shapes[kind])));
}

async function makeTable(
  client: DynamoDBClient,
  TableName: string,
  shape: TableShape,
): Promise<void> {
  const { partitionKey, sortKey } = shape;
  const create = new CreateTableCommand({
    TableName,
    AttributeDefinitions: [partitionKey, sortKey].map((AttributeName) => ({
      AttributeName,
      AttributeType: "S",
    })),
    KeySchema: [
      { AttributeName: partitionKey, KeyType: "HASH" },
      { AttributeName: sortKey, KeyType: "RANGE" },
    ],
    BillingMode: "PAY_PER_REQUEST",
    ...(shape.stream && {
      StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" },
    }),
  });
  await client.send(create).catch(tolerateExisting);
  await waitUntilTableExists(
    { client, maxWaitTime: 60, minDelay: 0.1, maxDelay: 2 },
    { TableName },
  );
  if (shape.expiry !== undefined) await expire(client, TableName, shape.expiry);
}

/** The service refuses to switch on what is on: then all is well. */
async function expire(
  client: DynamoDBClient,
  TableName: string,
  AttributeName: string,
): Promise<void> {
  const TimeToLiveSpecification = { AttributeName, Enabled: true };
  try {
    await client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));
  } catch (cause) {
    const { TimeToLiveDescription: now } = await client.send(
      new DescribeTimeToLiveCommand({ TableName }),
    );
    if (!/^ENABL(ED|ING)$/.test(now?.TimeToLiveStatus ?? "")) throw cause;
  }
}

function tolerateExisting(cause: unknown): void {
  if (!(cause instanceof ResourceInUseException)) throw cause;
}
