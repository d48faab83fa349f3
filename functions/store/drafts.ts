/**
 * Drafts of consultations, each with a revision and its last changes. A change is stored together with
 * what it replaced and with its entry in the log, or not at all, and only over the revision that was read;
 * durable when that transaction ends. Refused, it leaves the draft as it was; failed, it was made whole or
 * not at all. Read strongly consistent.
 */
import { deflateRawSync } from "node:zlib";
import { GetItemCommand, paginateQuery } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import type { Before } from "../../domain/draft/change.ts";
import type { Draft } from "../../domain/draft/draft.ts";
import { fromEarlierDraft } from "../../domain/draft/earlier-draft.ts";
import type { Database } from "./database.ts";
import { formOf, known } from "./form.ts";
import { count, type Item, packedJson, parsed } from "./item.ts";
import { CHANGES, draftKey } from "./keys.ts";
import { IS_NEW } from "./put-if.ts";
import { type Write, writeOf } from "./write.ts";

/** How many changes can be undone. */
export const KEPT_CHANGES = 50;

/** Most compressed bytes of a draft: an item has at most 400 kB. */
const MOST_STORED = 350_000;

/** A draft with the revision that the next save must find; 0 when it is not stored yet. */
export interface StoredDraft {
  draft: Draft;
  revision: number;
}

/** A change that can be undone. */
export interface StoredChange {
  /** The revision that it made. */
  revision: number;
  at: string;
  who: string;
  before: Before;
  /** Which of the places it stands in. */
  place: number;
}

const texts = z.record(z.string(), z.string());
const draftForm = z.object({
  draft: packedJson(z.object({ fields: texts, madeFrom: texts })),
  revision: count,
});

const replaced = z.record(z.string(), z.nullable(z.string()));
const changeForm = z.object({
  revision: count,
  at: z.string(),
  who: z.string(),
  before: packedJson(z.object({ fields: replaced, madeFrom: replaced })),
});

/** The draft of a consultation; `undefined` when there is none. */
export async function getDraft(db: Database, id: string): Promise<StoredDraft | undefined> {
  const { Item } = await db.client.send(
    new GetItemCommand({ TableName: db.tables.main, Key: draftKey(id), ConsistentRead: true }),
  );
  if (Item === undefined) return undefined;
  const { draft, revision } = parsed(known(Item, "draft"), draftForm);
  return { draft: fromEarlierDraft(draft), revision };
}

/** The write that stores a draft over the revision that was read. `undefined` when it is too large. */
export function draftWrite(
  db: Database,
  id: string,
  draft: Draft,
  revision: number,
): Write | undefined {
  const body = pack(draft);
  if (body.byteLength > MOST_STORED) return undefined;
  return writeOf({
    Put: {
      TableName: db.tables.main,
      Item: {
        ...draftKey(id),
        ...formOf("draft"),
        revision: { N: String(revision + 1) },
        draft: { B: body },
      },
      ConditionExpression: revision === 0 ? IS_NEW : "revision = :read",
      ...(revision > 0 && { ExpressionAttributeValues: { ":read": { N: String(revision) } } }),
    },
  });
}

/** Lets a write through only while the draft is what was read; with 0, while there is none. */
export const draftCheck = (db: Database, id: string, revision: number): Write =>
  writeOf({
    ConditionCheck: {
      TableName: db.tables.main,
      Key: draftKey(id),
      ConditionExpression: revision === 0 ? IS_NEW : "revision = :read",
      ...(revision > 0 && { ExpressionAttributeValues: { ":read": { N: String(revision) } } }),
    },
  });

/** The write that keeps a change, where nothing stands or else in place of the oldest one. */
export function changeWrite(
  db: Database,
  id: string,
  change: Omit<StoredChange, "place">,
  stored: readonly StoredChange[],
): Write {
  const taken = new Set(stored.map(({ place }) => place));
  const places = Array.from({ length: KEPT_CHANGES }, (_, place) => place);
  const place = places.find((one) => !taken.has(one)) ?? stored.at(-1)!.place;
  const { revision, at, who, before } = change;
  const Item = {
    ...CHANGES.key(id, place),
    ...formOf("change"),
    revision: { N: String(revision) },
    at: { S: at },
    who: { S: who },
    before: { B: pack(before) },
  };
  return writeOf({ Put: { TableName: db.tables.main, Item } });
}

/** The write that empties the place of a change that was undone; refused when it is another's now. */
export const undoneWrite = (db: Database, id: string, change: StoredChange): Write =>
  writeOf({
    Put: {
      TableName: db.tables.main,
      Item: CHANGES.key(id, change.place),
      ConditionExpression: "revision = :revision",
      ExpressionAttributeValues: { ":revision": { N: String(change.revision) } },
    },
  });

/** The changes that can be undone, newest first. */
export async function listChanges(db: Database, id: string): Promise<StoredChange[]> {
  const changes: StoredChange[] = [];
  for await (const { Items = [] } of paginateQuery(
    { client: db.client },
    { TableName: db.tables.main, ...CHANGES.every(id), ConsistentRead: true },
  )) {
    changes.push(...Items.flatMap(readChange));
  }
  return changes.toSorted((a, b) => b.revision - a.revision);
}

/** The changes stand in as many places as are kept, and nothing that lasts is ever deleted: some are empty. */
const readChange = (item: Item): StoredChange[] =>
  item["before"] === undefined
    ? []
    : [{ ...parsed(known(item, "change"), changeForm), place: CHANGES.number(item) }];

const pack = (value: Draft | Before): Uint8Array => deflateRawSync(JSON.stringify(value));
