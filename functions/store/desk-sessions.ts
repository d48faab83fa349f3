/**
 * Sessions of addressees at their desks, each under the hash of its token, in the table that no backup holds, and
 * apart from those of organisers: neither is ever found where the other is looked for. Written only where none is,
 * among other writes; touched only while it is there. Read strongly consistent. The table forgets old ones late:
 * who reads says what is over.
 */
import {
  ConditionalCheckFailedException,
  GetItemCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import type { Database } from "./database.ts";
import { parsed } from "./item.ts";
import { deskSessionKey } from "./keys.ts";
import { IS_NEW } from "./put-if.ts";
import { type ConditionalPut, putOf } from "./write.ts";

/** A session as it is kept: it opens one addressee's desk at one consultation, and nothing else. */
export interface StoredDeskSession {
  consultation: string;
  /** By its code. */
  addressee: string;
  /** The hash under which the desk is listed. */
  desk: string;
  /** Milliseconds since 1970. */
  startedAt: number;
  seenAt: number;
}

const form = z.object({
  consultation: z.string(),
  addressee: z.string(),
  desk: z.string(),
  startedAt: z.number(),
  seenAt: z.number(),
});

/** The write that stores a new session; it disappears by itself after `endsAt`, in ms. */
export const deskSessionPut = (
  db: Database,
  hash: string,
  session: StoredDeskSession,
  endsAt: number,
): ConditionalPut =>
  putOf({
    TableName: db.tables.ephemeral,
    Item: {
      ...deskSessionKey(hash),
      consultation: { S: session.consultation },
      addressee: { S: session.addressee },
      desk: { S: session.desk },
      startedAt: { N: String(session.startedAt) },
      seenAt: { N: String(session.seenAt) },
      expiresAt: { N: String(Math.ceil(endsAt / 1000)) },
    },
    ConditionExpression: IS_NEW,
  });

/** The session under that hash; `undefined` when there is none. */
export async function getDeskSession(
  db: Database,
  hash: string,
): Promise<StoredDeskSession | undefined> {
  const { Item } = await db.client.send(
    new GetItemCommand({
      TableName: db.tables.ephemeral,
      Key: deskSessionKey(hash),
      ConsistentRead: true,
    }),
  );
  return Item && parsed(Item, form);
}

/** Notes that a session is in use; never brings an ended one back. */
export async function touchDeskSession(db: Database, hash: string, seenAt: number): Promise<void> {
  const update = new UpdateItemCommand({
    TableName: db.tables.ephemeral,
    Key: deskSessionKey(hash),
    UpdateExpression: "SET seenAt = :seen",
    ConditionExpression: "attribute_exists(pk)",
    ExpressionAttributeValues: { ":seen": { N: String(seenAt) } },
  });
  await db.client.send(update).catch((failure: unknown) => {
    if (!(failure instanceof ConditionalCheckFailedException)) throw failure;
  });
}
