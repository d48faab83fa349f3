import { GetItemCommand } from "@aws-sdk/client-dynamodb";
import type { Database } from "./database.ts";
import { putIf } from "./put-if.ts";

const limitKey = (what: string) => ({ pk: { S: `LIMIT#${what}` }, sk: { S: "LIMIT" } });

/** When the next attempt is due, in ms; `undefined` when nothing was attempted for a while. */
export async function getDue(db: Database, what: string): Promise<number | undefined> {
  const { Item } = await db.client.send(
    new GetItemCommand({
      TableName: db.tables.ephemeral,
      Key: limitKey(what),
      ConsistentRead: true,
    }),
  );
  const due = Item?.["due"]?.N;
  return due === undefined ? undefined : Number(due);
}

/** Moves it on from what was read; false when another attempt came between. */
export const putDue = (
  db: Database,
  what: string,
  read: number | undefined,
  due: number,
): Promise<boolean> =>
  putIf(db, {
    TableName: db.tables.ephemeral,
    Item: {
      ...limitKey(what),
      due: { N: String(due) },
      expiresAt: { N: String(Math.ceil(due / 1000) + 60) },
    },
    ...(read === undefined
      ? { ConditionExpression: "attribute_not_exists(pk)" }
      : {
          ConditionExpression: "due = :read",
          ExpressionAttributeValues: { ":read": { N: String(read) } },
        }),
  });
