/**
 * Drafts of consultations, each with a revision. A change is stored together with what it replaced
 * (draft-changes.ts) and with its entry in the log, or not at all, and only over the revision that was read;
 * durable when that transaction ends. Refused, it leaves the draft as it was; failed, it was made whole or
 * not at all. Read strongly consistent.
 */
import { deflateRawSync } from "node:zlib";
import { GetItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import type { Before } from "../../domain/draft/patch.ts";
import type { Draft } from "../../domain/draft/draft.ts";
import { fromEarlierDraft } from "../../domain/draft/earlier-draft.ts";
import type { Database } from "./database.ts";
import { formOf } from "./form.ts";
import type { Item } from "./damaged-item.ts";
import { count, moment, packedJson, parsed } from "./item.ts";
import { draftKey } from "./keys.ts";
import { IS_NEW } from "./put-if.ts";
import { type Write, writeOf } from "./write.ts";

/** Most compressed bytes of a draft: an item has at most 400 kB. */
const MOST_STORED = 350_000;

/** A draft with the revision that the next save must find; 0 when it is not stored yet. */
export interface StoredDraft {
  draft: Draft;
  revision: number;
}

const texts = z.record(z.string(), z.string());
const draftForm = z.object({
  draft: packedJson(z.object({ fields: texts, madeFrom: texts })),
  revision: count,
  /** When it was deleted (bin.ts). */
  binnedAt: z.optional(moment),
  /** Nothing of it is left. */
  emptied: z.optional(z.boolean()),
});

/** The draft of a consultation; `undefined` when there is none, or it was deleted. */
export async function getDraft(db: Database, id: string): Promise<StoredDraft | undefined> {
  const { Item } = await db.client.send(
    new GetItemCommand({ TableName: db.tables.main, Key: draftKey(id), ConsistentRead: true }),
  );
  if (Item === undefined) return undefined;
  const { binnedAt, draft, revision } = readDraft(Item);
  return binnedAt === undefined ? { draft, revision } : undefined;
}

/** A draft out of its item, deleted or not. */
export function readDraft(item: Item) {
  const { draft, ...rest } = parsed(item, draftForm);
  return { ...rest, draft: fromEarlierDraft(draft) };
}

/** The item of a draft. */
export const draftItem = (id: string, draft: Draft, revision: number) => ({
  ...draftKey(id),
  ...formOf("draft"),
  revision: { N: String(revision) },
  draft: { B: pack(draft) },
});

/** The write that stores a draft over the revision that was read. `undefined` when it is too large. */
export function draftWrite(
  db: Database,
  id: string,
  draft: Draft,
  revision: number,
): Write | undefined {
  const Item = draftItem(id, draft, revision + 1);
  if (Item.draft.B.byteLength > MOST_STORED) return undefined;
  return writeOf({
    Put: {
      TableName: db.tables.main,
      Item,
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

/** Anything of a draft, small enough to be stored. */
export const pack = (value: Draft | Before): Uint8Array => deflateRawSync(JSON.stringify(value));
