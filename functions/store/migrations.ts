/**
 * How far migrations have come, and the pieces of a table that they go through. An item is rewritten only over exactly what
 * was read, durable when that ends; the position is kept after each piece, so a migration that was stopped
 * goes over some items twice, and leaves none out.
 */
import {
  ConditionalCheckFailedException,
  GetItemCommand,
  PutItemCommand,
  ScanCommand,
} from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import type { Item } from "./damaged-item.ts";
import type { Database } from "./database.ts";
import { count, json, moment, parsed } from "./item.ts";
import { MIGRATIONS } from "./keys.ts";
import { putOver } from "./put-over.ts";
import type { TableName } from "./table.ts";

/** Where a migration stands. */
export interface Progress {
  /** The key of the last item that was looked at; missing at the beginning, and at the end. */
  after?: readonly [pk: string, sk: string] | undefined;
  rewritten: number;
  /** How many could not be read, and are as they were. */
  failed: number;
  endedAt?: string | undefined;
}

const form = z.object({
  after: z.optional(json(z.tuple([z.string(), z.string()]))),
  rewritten: count,
  failed: count,
  endedAt: z.optional(moment),
});

/** How far a migration has come; `undefined` before its first piece. */
export async function loadProgress(db: Database, name: string): Promise<Progress | undefined> {
  const { Item } = await db.client.send(
    new GetItemCommand({
      TableName: db.tables.main,
      Key: MIGRATIONS.key(name),
      ConsistentRead: true,
    }),
  );
  return Item && parsed(Item, form);
}

export const saveProgress = (db: Database, name: string, progress: Progress): Promise<void> =>
  putOver(db, "main", "migration", {
    ...MIGRATIONS.key(name),
    rewritten: { N: String(progress.rewritten) },
    failed: { N: String(progress.failed) },
    ...(progress.after !== undefined && { after: { S: JSON.stringify(progress.after) } }),
    ...(progress.endedAt !== undefined && { endedAt: { S: progress.endedAt } }),
  });

/** Some items of a table, after a key or from the beginning, strongly consistent; and after which key the next come. */
export async function pieceAfter(
  db: Database,
  table: TableName,
  after: Progress["after"],
  most: number,
): Promise<{ items: Item[]; next: Progress["after"] }> {
  const { Items = [], LastEvaluatedKey } = await db.client.send(
    new ScanCommand({
      TableName: db.tables[table],
      ConsistentRead: true,
      Limit: most,
      ...(after && { ExclusiveStartKey: { pk: { S: after[0] }, sk: { S: after[1] } } }),
    }),
  );
  const { pk, sk } = LastEvaluatedKey ?? {};
  return { items: Items, next: pk?.S && sk?.S ? [pk.S, sk.S] : undefined };
}

/** One item as it is now, strongly consistent; `undefined` where it is gone. */
export async function itemNow(
  db: Database,
  table: TableName,
  { pk, sk }: Item,
): Promise<Item | undefined> {
  const Key = { pk: pk!, sk: sk! };
  const get = new GetItemCommand({ TableName: db.tables[table], Key, ConsistentRead: true });
  return (await db.client.send(get)).Item;
}

/** Puts one item in the place of another, if that is still exactly what was read; says whether it did. */
export async function rewrite(
  db: Database,
  table: TableName,
  before: Item,
  after: Item,
): Promise<boolean> {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const same = names.map((name, place) =>
    name in before ? `#${place} = :${place}` : `attribute_not_exists(#${place})`,
  );
  const put = new PutItemCommand({
    TableName: db.tables[table],
    Item: after,
    ConditionExpression: same.join(" AND "),
    ExpressionAttributeNames: Object.fromEntries(names.map((name, place) => [`#${place}`, name])),
    ExpressionAttributeValues: Object.fromEntries(
      names.flatMap((name, place) => (name in before ? [[`:${place}`, before[name]!]] : [])),
    ),
  });
  try {
    await db.client.send(put);
    return true;
  } catch (failure) {
    if (failure instanceof ConditionalCheckFailedException) return false;
    throw failure;
  }
}
