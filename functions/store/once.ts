/**
 * What programs asked to be done once: the hash of the request, and of what may be kept the answer too. In the
 * table that no backup holds, for a day. Begun only where nothing of it stands, so that of two at once one does
 * it; read strongly consistent. The table forgets what is over late: who reads says what time it is.
 */
import { DeleteItemCommand, GetItemCommand, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import type { Database } from "./database.ts";
import { parsed } from "./item.ts";
import { onceKey } from "./keys.ts";
import { putIf } from "./put-if.ts";
import { putOf } from "./write.ts";

/** What is known of a request that was begun. */
export interface Begun {
  /** The hash of what it asked for. */
  request: string;
  /** What was answered, where it is over and may be kept. */
  status?: number | undefined;
  answer?: string | undefined;
}

const form = z.object({
  request: z.string(),
  status: z.optional(z.number()),
  answer: z.optional(z.string()),
  endsAt: z.number(),
});

/** Begins it; false when it was begun before and that is not over at `now`, in ms. */
export const beginOnce = (
  db: Database,
  hash: string,
  request: string,
  now: number,
  endsAt: number,
): Promise<boolean> =>
  putIf(
    db,
    putOf({
      TableName: db.tables.ephemeral,
      Item: {
        ...onceKey(hash),
        request: { S: request },
        endsAt: { N: String(endsAt) },
        expiresAt: { N: String(Math.ceil(endsAt / 1000)) },
      },
      ConditionExpression: "attribute_not_exists(pk) OR endsAt <= :now",
      ExpressionAttributeValues: { ":now": { N: String(now) } },
    }),
  );

/** What was begun under that hash; `undefined` when nothing was. */
export async function getOnce(db: Database, hash: string): Promise<Begun | undefined> {
  const { Item } = await db.client.send(
    new GetItemCommand({
      TableName: db.tables.ephemeral,
      Key: onceKey(hash),
      ConsistentRead: true,
    }),
  );
  return Item && parsed(Item, form);
}

/** Keeps the answer of what is done. */
export async function keepAnswer(
  db: Database,
  hash: string,
  { status, answer }: { status: number; answer: string },
): Promise<void> {
  await db.client.send(
    new UpdateItemCommand({
      TableName: db.tables.ephemeral,
      Key: onceKey(hash),
      UpdateExpression: "SET #status = :status, answer = :answer",
      ExpressionAttributeNames: { "#status": "status" },
      ExpressionAttributeValues: { ":status": { N: String(status) }, ":answer": { S: answer } },
    }),
  );
}

/** Forgets what was refused: nothing of it was done, and it may be asked for again. */
export async function forgetOnce(db: Database, hash: string): Promise<void> {
  await db.client.send(
    new DeleteItemCommand({ TableName: db.tables.ephemeral, Key: onceKey(hash) }),
  );
}
