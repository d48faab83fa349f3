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
import type { Before } from "../../domain/draft/change.ts";
import type { Draft } from "../../domain/draft/draft.ts";
import { fromEarlierDraft } from "../../domain/draft/earlier-draft.ts";
import type { Database } from "./database.ts";
import { IS_NEW } from "./put-if.ts";

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

/** The changes stand in as many places as are kept: nothing that lasts is ever deleted. */
const CHANGE = "CHANGE#";
const draftKey = (id: string) => ({ pk: { S: `C#${id}` }, sk: { S: "DRAFT" } });
const changeKey = (id: string, place: number) => ({
  pk: { S: `C#${id}` },
  sk: { S: CHANGE + String(place).padStart(2, "0") },
});

/** The draft of a consultation, strongly consistent; `undefined` when there is none. */
export async function getDraft(db: Database, id: string): Promise<StoredDraft | undefined> {
  const { Item } = await db.client.send(
    new GetItemCommand({ TableName: db.tables.main, Key: draftKey(id), ConsistentRead: true }),
  );
  const body = Item?.["draft"]?.B;
  if (body === undefined) return undefined;
  return {
    draft: fromEarlierDraft(unpack(body) as Draft),
    revision: Number(Item?.["revision"]?.N),
  };
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

/** The write that keeps a change, where nothing stands or else in place of the oldest one. */
export function changeWrite(
  db: Database,
  id: string,
  change: Omit<StoredChange, "place">,
  stored: readonly StoredChange[],
): TransactWriteItem {
  const taken = new Set(stored.map(({ place }) => place));
  const places = Array.from({ length: KEPT_CHANGES }, (_, place) => place);
  const place = places.find((one) => !taken.has(one)) ?? stored.at(-1)!.place;
  const { revision, at, who, before } = change;
  const Item = {
    ...changeKey(id, place),
    revision: { N: String(revision) },
    at: { S: at },
    who: { S: who },
    before: { B: pack(before) },
  };
  return { Put: { TableName: db.tables.main, Item } };
}

/** The write that empties the place of a change that was undone; refused when it is another's now. */
export const undoneWrite = (db: Database, id: string, change: StoredChange): TransactWriteItem => ({
  Put: {
    TableName: db.tables.main,
    Item: changeKey(id, change.place),
    ConditionExpression: "revision = :revision",
    ExpressionAttributeValues: { ":revision": { N: String(change.revision) } },
  },
});

/** The changes that can be undone, newest first. */
export async function listChanges(db: Database, id: string): Promise<StoredChange[]> {
  const changes: StoredChange[] = [];
  let from: Record<string, AttributeValue> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await db.client.send(
      new QueryCommand({
        TableName: db.tables.main,
        KeyConditionExpression: "pk = :pk AND begins_with(sk, :change)",
        ExpressionAttributeValues: { ":pk": draftKey(id).pk, ":change": { S: CHANGE } },
        ConsistentRead: true,
        ExclusiveStartKey: from,
      }),
    );
    changes.push(...Items.flatMap(readChange));
    from = LastEvaluatedKey;
  } while (from !== undefined);
  return changes.toSorted((a, b) => b.revision - a.revision);
}

function readChange(item: Record<string, AttributeValue>): StoredChange[] {
  const before = item["before"]?.B;
  if (before === undefined) return [];
  return [
    {
      revision: Number(item["revision"]?.N),
      at: item["at"]?.S ?? "",
      who: item["who"]?.S ?? "",
      before: unpack(before) as Before,
      place: Number(item["sk"]?.S?.slice(CHANGE.length)),
    },
  ];
}

const pack = (value: unknown): Uint8Array => deflateRawSync(JSON.stringify(value));
const unpack = (body: Uint8Array): unknown => JSON.parse(inflateRawSync(body).toString());
