/**
 * Which installation the database belongs to, and by which secret its codes were made: one item, of which each part is written
 * once and then only over what was read. Durable when a write ends; read strongly consistent.
 */
import {
  ConditionalCheckFailedException,
  GetItemCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import type { Database } from "./database.ts";
import { parsed } from "./item.ts";
import { INSTALLATION_KEY } from "./keys.ts";

/** What the database says of itself. Each part is missing until it is written for the first time. */
export interface StoredInstallation {
  /** A random name, kept outside the database too. */
  id?: string | undefined;
  /** A keyed hash of a constant: tells one secret from another, and nothing else of it. */
  secret?: string | undefined;
  /** As JSON, a `FormsRecord`. */
  forms?: string | undefined;
}

const form = z.object({
  id: z.optional(z.string()),
  secret: z.optional(z.string()),
  forms: z.optional(z.string()),
});

export async function loadInstallation(db: Database): Promise<StoredInstallation> {
  const { Item } = await db.client.send(
    new GetItemCommand({ TableName: db.tables.main, Key: INSTALLATION_KEY, ConsistentRead: true }),
  );
  return Item === undefined ? {} : parsed(Item, form);
}

/** Writes one part unless another was written first; what it is then. `over`: what it may replace. */
export async function fixInstallation(
  db: Database,
  part: keyof StoredInstallation,
  value: string,
  over?: string,
): Promise<string> {
  const update = new UpdateItemCommand({
    TableName: db.tables.main,
    Key: INSTALLATION_KEY,
    UpdateExpression: "SET #part = :value",
    ConditionExpression:
      over === undefined
        ? "attribute_not_exists(#part)"
        : "attribute_not_exists(#part) OR #part = :over",
    ExpressionAttributeNames: { "#part": part },
    ExpressionAttributeValues: {
      ":value": { S: value },
      ...(over !== undefined && { ":over": { S: over } }),
    },
  });
  try {
    await db.client.send(update);
    return value;
  } catch (failure) {
    if (!(failure instanceof ConditionalCheckFailedException)) throw failure;
    return (await loadInstallation(db))[part]!;
  }
}
