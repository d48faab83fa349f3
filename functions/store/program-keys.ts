/**
 * Keys of organisers' programs, each under the keyed hash of itself, in the table that no backup holds: what was
 * revoked does not come back with one. Written only where none is; its use is noted only while it is there, so
 * that a revoked one stays so. Read strongly consistent. The table forgets what is over late: who reads says what
 * time it is.
 */
import {
  ConditionalCheckFailedException,
  GetItemCommand,
  paginateQuery,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import type { KeyWanted } from "../../domain/program/key.ts";
import type { Database } from "./database.ts";
import type { Item } from "./damaged-item.ts";
import { json, parsed } from "./item.ts";
import { PROGRAM_KEYS } from "./keys.ts";
import { IS_NEW } from "./put-if.ts";
import { type ConditionalPut, putOf, type Write, writeOf } from "./write.ts";

/** A key as it is kept: nobody can tell it from this. */
export interface StoredKey extends KeyWanted {
  hash: string;
  /** The organiser who made it, by id: it is worth what they may do. */
  by: string;
  /** Milliseconds since 1970. */
  madeAt: number;
  endsAt: number;
  /** The day on which it was used last. */
  usedOn?: string | undefined;
}

const form = z.object({
  name: z.string(),
  role: z.enum(["editor", "translator", "moderator", "analyst", "viewer"]),
  languages: z.optional(json(z.array(z.string()))),
  steps: z.boolean(),
  expires: z.string(),
  by: z.string(),
  madeAt: z.number(),
  endsAt: z.number(),
  usedOn: z.optional(z.string()),
});

/** The write that stores a new key. */
export const programKeyPut = (
  db: Database,
  consultation: string,
  { hash, name, role, languages, steps, expires, by, madeAt, endsAt }: StoredKey,
): ConditionalPut =>
  putOf({
    TableName: db.tables.ephemeral,
    Item: {
      ...PROGRAM_KEYS.key(consultation, hash),
      name: { S: name },
      role: { S: role },
      ...(languages !== undefined && { languages: { S: JSON.stringify(languages) } }),
      steps: { BOOL: steps },
      expires: { S: expires },
      by: { S: by },
      madeAt: { N: String(madeAt) },
      endsAt: { N: String(endsAt) },
      expiresAt: { N: String(Math.ceil(endsAt / 1000)) },
    },
    ConditionExpression: IS_NEW,
  });

/** The write that revokes a key; refused when it is gone. */
export const programKeyEnd = (db: Database, consultation: string, hash: string): Write =>
  writeOf({
    Delete: {
      TableName: db.tables.ephemeral,
      Key: PROGRAM_KEYS.key(consultation, hash),
      ConditionExpression: "attribute_exists(pk)",
    },
  });

/** The writes that leave none of some keys, whether or not they are still there. */
export const programKeysGone = (
  db: Database,
  consultation: string,
  keys: readonly Pick<StoredKey, "hash">[],
): Write[] =>
  keys.map(({ hash }) =>
    writeOf({
      Delete: { TableName: db.tables.ephemeral, Key: PROGRAM_KEYS.key(consultation, hash) },
    }),
  );

/** The key of that hash, over or not; `undefined` when there is none. */
export async function getProgramKey(
  db: Database,
  consultation: string,
  hash: string,
): Promise<StoredKey | undefined> {
  const { Item } = await db.client.send(
    new GetItemCommand({
      TableName: db.tables.ephemeral,
      Key: PROGRAM_KEYS.key(consultation, hash),
      ConsistentRead: true,
    }),
  );
  return Item && readItem(Item);
}

/** Every key of a consultation that the table has not forgotten, the newest first. */
export async function listProgramKeys(db: Database, consultation: string): Promise<StoredKey[]> {
  const pages = paginateQuery(
    { client: db.client },
    { TableName: db.tables.ephemeral, ...PROGRAM_KEYS.every(consultation), ConsistentRead: true },
  );
  const keys: StoredKey[] = [];
  for await (const { Items = [] } of pages) keys.push(...Items.map(readItem));
  return keys.toSorted((a, b) => b.madeAt - a.madeAt || (a.hash < b.hash ? -1 : 1));
}

/** Notes the day on which a key is used; never brings a revoked one back. */
export async function noteKeyUse(
  db: Database,
  consultation: string,
  hash: string,
  day: string,
): Promise<void> {
  const update = new UpdateItemCommand({
    TableName: db.tables.ephemeral,
    Key: PROGRAM_KEYS.key(consultation, hash),
    UpdateExpression: "SET usedOn = :day",
    ConditionExpression: "attribute_exists(pk)",
    ExpressionAttributeValues: { ":day": { S: day } },
  });
  await db.client.send(update).catch((failure: unknown) => {
    if (!(failure instanceof ConditionalCheckFailedException)) throw failure;
  });
}

const readItem = (item: Item): StoredKey => ({
  hash: PROGRAM_KEYS.name(item),
  ...parsed(item, form),
});
