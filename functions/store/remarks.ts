/**
 * The pool: remarks that were mixed with the others of their day, under ids that only their authors can make.
 * A write says which version it replaces, and is refused when that is not what is stored. Nothing here says
 * when a remark came. Read strongly consistent.
 */
import { paginateQuery } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { PANELS } from "../../domain/ballot/ballot.ts";
import { languageTag } from "../../domain/language.ts";
import { REFUSAL_REASONS, type StoredRemark } from "../../domain/remark/remark.ts";
import type { Database } from "./database.ts";
import { formOf, known } from "./form.ts";
import { DamagedItem, type Item, json, parsed } from "./item.ts";
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
  state: z.enum(["waiting", "accepted", "refused"]),
  refusal: z.optional(z.enum(REFUSAL_REASONS)),
  themes: json(z.array(z.string())),
});

/** What a remark says and what became of it, as attributes; the same in the inbox and in the pool. */
export const remarkAttributes = (remark: StoredRemark): Item => ({
  ...formOf("remark"),
  kind: { S: remark.kind },
  code: { S: remark.code },
  panel: { S: remark.panel },
  language: { S: remark.language },
  text: { S: remark.text },
  publish: { BOOL: remark.publish },
  state: { S: remark.state },
  ...(remark.state === "refused" && { refusal: { S: remark.refusal } }),
  themes: { S: JSON.stringify(remark.themes) },
});

/** The item of a remark in the pool. */
export const poolItem = (consultation: string, remark: StoredRemark): Item => ({
  ...REMARKS.key(consultation, remark.id),
  ...remarkAttributes(remark),
});

/** Reads a remark from its item in the inbox or the pool. Throws `DamagedItem`. */
export function readRemark(item: Item): StoredRemark {
  const { state, refusal, ...said } = parsed(known(item, "remark"), form);
  const remark = { ...said, id: REMARKS.name(item) };
  if (state !== "refused") return { ...remark, state };
  if (refusal === undefined) throw new DamagedItem(item, "refusal");
  return { ...remark, state, refusal };
}

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

/** The write of a remark into the pool: over the version that was read, or where there is none. */
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

/** The condition that a remark is what it was read as: by its author, and by the moderators. */
export function asRead(remark: StoredRemark) {
  const item = remarkAttributes(remark);
  const names = ["kind", "code", "text", "publish", "state", "refusal", "themes"].filter(
    (name) => name in item,
  );
  return {
    ConditionExpression: names.map((name) => `#${name} = :${name}`).join(" AND "),
    ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
    ExpressionAttributeValues: Object.fromEntries(names.map((name) => [`:${name}`, item[name]!])),
  };
}
