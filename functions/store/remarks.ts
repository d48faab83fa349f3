/**
 * The pool: remarks that were mixed with the others of their day, under ids that only their authors can make.
 * Nothing here says when a remark came. What is written replaces nothing, and what is taken out is taken only
 * as it was read. Read strongly consistent.
 */
import { GetItemCommand, paginateQuery } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { PANELS } from "../../domain/ballot/ballot.ts";
import { languageTag } from "../../domain/language.ts";
import type { StoredRemark } from "../../domain/remark/remark.ts";
import type { Database } from "./database.ts";
import { formOf } from "./form.ts";
import type { Item } from "./damaged-item.ts";
import { parsed } from "./item.ts";
import { REMARKS } from "./keys.ts";
import { IS_NEW } from "./put-if.ts";
import { type ConditionalPut, putOf, type Write, writeOf } from "./write.ts";

const form = z.object({
  kind: z.enum(["reason", "suggestion"]),
  code: z.string(),
  panel: z.enum(PANELS),
  language: languageTag,
  text: z.string(),
  publish: z.boolean(),
});

/** What a remark says, as attributes; the same in the inbox and in the pool. */
export const remarkAttributes = (remark: StoredRemark): Item => ({
  ...formOf("remark"),
  kind: { S: remark.kind },
  code: { S: remark.code },
  panel: { S: remark.panel },
  language: { S: remark.language },
  text: { S: remark.text },
  publish: { BOOL: remark.publish },
});

/** The item of a remark in the pool. */
const poolItem = (consultation: string, remark: StoredRemark): Item => ({
  ...REMARKS.key(consultation, remark.id),
  ...remarkAttributes(remark),
});

/** Reads a remark from its item in the inbox or the pool. Throws `DamagedItem`. */
export const readRemark = (item: Item): StoredRemark => ({
  ...parsed(item, form),
  id: REMARKS.name(item),
});

/** Every remark of the pool, in the order of their ids, which tells nothing. */
export async function listPool(db: Database, consultation: string): Promise<StoredRemark[]> {
  const pages = paginateQuery(
    { client: db.client },
    { TableName: db.tables.main, ...REMARKS.every(consultation), ConsistentRead: true },
  );
  const remarks: StoredRemark[] = [];
  for await (const { Items = [] } of pages) remarks.push(...Items.map(readRemark));
  return remarks;
}

/** The remark under an id in the pool. */
export async function findPooled(
  db: Database,
  consultation: string,
  id: string,
): Promise<StoredRemark | undefined> {
  const Key = REMARKS.key(consultation, id);
  const { Item } = await db.client.send(
    new GetItemCommand({ TableName: db.tables.main, Key, ConsistentRead: true }),
  );
  return Item && readRemark(Item);
}

/** The write of a remark into the pool: over the one that was read, or where there is none. */
export const poolPut = (
  db: Database,
  consultation: string,
  before: StoredRemark | undefined,
  after: StoredRemark,
): ConditionalPut =>
  putOf({
    TableName: db.tables.main,
    Item: poolItem(consultation, after),
    ...(before === undefined ? { ConditionExpression: IS_NEW } : asRead(before)),
  });

/** The write that takes a remark out of the pool for good; refused when it is no longer as it was read. */
export const poolDelete = (db: Database, consultation: string, before: StoredRemark): Write =>
  writeOf({
    Delete: {
      TableName: db.tables.main,
      Key: REMARKS.key(consultation, before.id),
      ...asRead(before),
    },
  });

/** The condition that an item says what it was read as. */
export function asRead(remark: StoredRemark, also: Item = {}) {
  const { form: _, ...said } = remarkAttributes(remark);
  const attributes = Object.entries({ ...said, ...also });
  return {
    ConditionExpression: attributes.map(([name]) => `#${name} = :${name}`).join(" AND "),
    ExpressionAttributeNames: Object.fromEntries(attributes.map(([name]) => [`#${name}`, name])),
    ExpressionAttributeValues: Object.fromEntries(
      attributes.map(([name, value]) => [`:${name}`, value]),
    ),
  };
}
