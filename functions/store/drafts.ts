/**
 * Drafts of consultations, each with a revision and its last changes. A change is stored together
 * with what it replaced, or not at all.
 */
import { deflateRawSync, inflateRawSync } from "node:zlib";
import {
  type AttributeValue,
  GetItemCommand,
  QueryCommand,
  type TransactWriteItem,
} from "@aws-sdk/client-dynamodb";
import type { Before } from "../../domain/making/change.ts";
import type { Draft } from "../../domain/making/draft.ts";
import type { Database } from "./database.ts";
import { IS_NEW } from "./put-if.ts";

/** How many changes can be undone. */
export const KEPT_CHANGES = 50;

/** Most compressed bytes of a draft: an item has at most 400 kB. */
const MOST_STORED = 350_000;

/** A draft with the revision that the next save must find; 0 when it is not stored yet. */
export interface KeptDraft {
  draft: Draft;
  revision: number;
}

/** A change that can be undone. */
export interface KeptChange {
  /** The revision that it made. */
  revision: number;
  at: string;
  who: string;
  before: Before;
}

const CHANGE = "CHANGE#";
const draftKey = (id: string) => ({ pk: { S: `C#${id}` }, sk: { S: "DRAFT" } });
const changeKey = (id: string, revision: number) => ({
  pk: { S: `C#${id}` },
  sk: { S: CHANGE + String(revision).padStart(8, "0") },
});

/** The draft of a consultation, strongly consistent; `undefined` when there is none. */
export async function getDraft(db: Database, id: string): Promise<KeptDraft | undefined> {
  const { Item } = await db.client.send(
    new GetItemCommand({ TableName: db.tables.main, Key: draftKey(id), ConsistentRead: true }),
  );
  const body = Item?.["draft"]?.B;
  if (body === undefined) return undefined;
  return { draft: unpack(body) as Draft, revision: Number(Item?.["revision"]?.N) };
}

/** The write that stores a draft over the revision that was read. `undefined` when it is too large. */
export function draftWrite(
  db: Database,
  id: string,
  draft: Draft,
  revision: number,
): TransactWriteItem | undefined {
  const body = pack(draft);
  if (body.byteLength > MOST_STORED) return undefined;
  return {
    Put: {
      TableName: db.tables.main,
      Item: { ...draftKey(id), revision: { N: String(revision + 1) }, draft: { B: body } },
      ConditionExpression: revision === 0 ? IS_NEW : "revision = :read",
      ...(revision > 0 && { ExpressionAttributeValues: { ":read": { N: String(revision) } } }),
    },
  };
}

/** Lets a write through only while the draft is what was read; with 0, while there is none. */
export const draftCheck = (db: Database, id: string, revision: number): TransactWriteItem => ({
  ConditionCheck: {
    TableName: db.tables.main,
    Key: draftKey(id),
    ConditionExpression: revision === 0 ? IS_NEW : "revision = :read",
    ...(revision > 0 && { ExpressionAttributeValues: { ":read": { N: String(revision) } } }),
  },
});

/** The writes that keep a change, and let go of the one that is one too many. */
export function changeWrites(
  db: Database,
  id: string,
  change: KeptChange,
  kept: readonly KeptChange[],
): TransactWriteItem[] {
  const { revision, at, who, before } = change;
  const Item = {
    ...changeKey(id, revision),
    at: { S: at },
    who: { S: who },
    before: { B: pack(before) },
  };
  return [
    { Put: { TableName: db.tables.main, Item, ConditionExpression: IS_NEW } },
    ...kept.slice(KEPT_CHANGES - 1).map((one) => dropped(db, id, one.revision)),
  ];
}

/** The write that takes a change away that was undone; refused when it is gone. */
export const undoneWrite = (db: Database, id: string, revision: number): TransactWriteItem => ({
  Delete: {
    ...dropped(db, id, revision).Delete!,
    ConditionExpression: "attribute_exists(pk)",
  },
});

const dropped = (db: Database, id: string, revision: number): TransactWriteItem => ({
  Delete: { TableName: db.tables.main, Key: changeKey(id, revision) },
});

/** The changes that can be undone, newest first. */
export async function listChanges(db: Database, id: string): Promise<KeptChange[]> {
  const changes: KeptChange[] = [];
  let from: Record<string, AttributeValue> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await db.client.send(
      new QueryCommand({
        TableName: db.tables.main,
        KeyConditionExpression: "pk = :pk AND begins_with(sk, :change)",
        ExpressionAttributeValues: { ":pk": draftKey(id).pk, ":change": { S: CHANGE } },
        ScanIndexForward: false,
        ConsistentRead: true,
        ExclusiveStartKey: from,
      }),
    );
    changes.push(...Items.map(readChange));
    from = LastEvaluatedKey;
  } while (from !== undefined);
  return changes;
}

const readChange = (item: Record<string, AttributeValue>): KeptChange => ({
  revision: Number(item["sk"]?.S?.slice(CHANGE.length)),
  at: item["at"]?.S ?? "",
  who: item["who"]?.S ?? "",
  before: unpack(item["before"]?.B ?? new Uint8Array()) as Before,
});

const pack = (value: unknown): Uint8Array => deflateRawSync(JSON.stringify(value));
const unpack = (body: Uint8Array): unknown => JSON.parse(inflateRawSync(body).toString());
