/**
 * Deleted drafts: a draft's own item, marked with when it was deleted, until it is restored or emptied. Each
 * write finds the revision that was read, or leaves all as it was. Read strongly consistent.
 */
import { GetItemCommand } from "@aws-sdk/client-dynamodb";
import type { Database } from "./database.ts";
import { listHistory } from "./draft-changes.ts";
import { draftItem, readDraft, type StoredDraft } from "./drafts.ts";
import { CHANGES, draftKey } from "./keys.ts";
import { type Write, writeOf } from "./write.ts";

export interface BinnedDraft extends StoredDraft {
  binnedAt: string;
  /** Nothing of it is left. */
  emptied: boolean;
}

/** The draft of a consultation that was deleted; `undefined` when there is none, or it was not. */
export async function getBinned(db: Database, id: string): Promise<BinnedDraft | undefined> {
  const { Item } = await db.client.send(
    new GetItemCommand({ TableName: db.tables.main, Key: draftKey(id), ConsistentRead: true }),
  );
  if (Item === undefined) return undefined;
  const { binnedAt, emptied = false, draft, revision } = readDraft(Item);
  return binnedAt === undefined ? undefined : { draft, revision, binnedAt, emptied };
}

/** The write that puts a draft into the bin, as it was read. */
export const binWrite = (db: Database, id: string, stored: StoredDraft, at: string): Write =>
  overRead(db, id, stored, { binnedAt: { S: at } });

/** The write that takes a draft out of the bin, as it was read. */
export const restoreWrite = (db: Database, id: string, stored: BinnedDraft): Write =>
  overRead(db, id, stored, {});

/**
 * The writes that leave nothing of a deleted draft and of its changes but that there was one: its address stays
 * taken, and nothing that lasts is ever deleted.
 */
export async function emptyingWrites(
  db: Database,
  id: string,
  stored: BinnedDraft,
): Promise<Write[]> {
  const { changes, undone } = await listHistory(db, id);
  const nothing = { draft: { fields: {}, madeFrom: {} }, revision: stored.revision };
  return [
    overRead(db, id, nothing, { binnedAt: { S: stored.binnedAt }, emptied: { BOOL: true } }),
    ...[...changes, ...undone].map(({ place }) =>
      writeOf({ Put: { TableName: db.tables.main, Item: CHANGES.key(id, place) } }),
    ),
  ];
}

const overRead = (
  db: Database,
  id: string,
  { draft, revision }: StoredDraft,
  more: Record<string, { S: string } | { BOOL: true }>,
): Write =>
  writeOf({
    Put: {
      TableName: db.tables.main,
      Item: { ...draftItem(id, draft, revision + 1), ...more },
      ConditionExpression: "revision = :read",
      ExpressionAttributeValues: { ":read": { N: String(revision) } },
    },
  });
