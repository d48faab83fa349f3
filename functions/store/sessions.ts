/**
 * Sessions, each under the hash of its token, in the table that no backup holds. Written only where none
 * is; touched only while it is there, so that an ended one never comes back; of two that touch one at once
 * the later stays. Read strongly consistent, so an ended one is at no request there any more. The table
 * forgets old ones late: who reads says what is over. A touch that fails was made or not.
 */
import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  GetItemCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import type { Database } from "./database.ts";
import { count, parsed } from "./item.ts";
import { sessionKey } from "./keys.ts";
import { IS_NEW, putIf } from "./put-if.ts";
import { putOf } from "./write.ts";

/** A session as it is kept: under the hash of its token, which alone says nothing. */
export interface StoredSession {
  organiser: string;
  /** The organiser's epoch when the session began; with another one it counts no more. */
  epoch: number;
  /** How the organiser signed in. */
  by: "passkey" | "recovery-code";
  /** Milliseconds since 1970. */
  startedAt: number;
  seenAt: number;
}

const form = z.object({
  organiser: z.string(),
  epoch: count,
  by: z.enum(["passkey", "recovery-code"]),
  startedAt: z.number(),
  seenAt: z.number(),
});

/** Stores a new session; it disappears by itself after `endsAt`, in ms. */
export async function putSession(
  db: Database,
  hash: string,
  session: StoredSession,
  endsAt: number,
): Promise<void> {
  const isNew = await putIf(
    db,
    putOf({
      TableName: db.tables.ephemeral,
      Item: {
        ...sessionKey(hash),
        organiser: { S: session.organiser },
        epoch: { N: String(session.epoch) },
        by: { S: session.by },
        startedAt: { N: String(session.startedAt) },
        seenAt: { N: String(session.seenAt) },
        expiresAt: { N: String(Math.ceil(endsAt / 1000)) },
      },
      ConditionExpression: IS_NEW,
    }),
  );
  if (!isNew) throw new Error("the random source has repeated a session's token");
}

/** The session under that hash; `undefined` when there is none. */
export async function getSession(db: Database, hash: string): Promise<StoredSession | undefined> {
  const { Item } = await db.client.send(
    new GetItemCommand({
      TableName: db.tables.ephemeral,
      Key: sessionKey(hash),
      ConsistentRead: true,
    }),
  );
  return Item && parsed(Item, form);
}

/** Notes that a session is in use, or belongs to a new epoch; never brings an ended one back. */
export async function touchSession(
  db: Database,
  hash: string,
  { seenAt, epoch }: Pick<StoredSession, "seenAt" | "epoch">,
): Promise<void> {
  const update = new UpdateItemCommand({
    TableName: db.tables.ephemeral,
    Key: sessionKey(hash),
    UpdateExpression: "SET seenAt = :seen, epoch = :epoch",
    ConditionExpression: "attribute_exists(pk)",
    ExpressionAttributeValues: { ":seen": { N: String(seenAt) }, ":epoch": { N: String(epoch) } },
  });
  await db.client.send(update).catch((failure: unknown) => {
    if (!(failure instanceof ConditionalCheckFailedException)) throw failure;
  });
}

export async function deleteSession(db: Database, hash: string): Promise<void> {
  await db.client.send(
    new DeleteItemCommand({ TableName: db.tables.ephemeral, Key: sessionKey(hash) }),
  );
}
