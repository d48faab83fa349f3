/**
 * The last changes of each draft, in as many places as are kept: a change that can be undone, or what would do
 * one again that was. Each is written in the transaction that changes the draft (drafts.ts), over what was
 * read; refused or failed, all stays as it was. Read strongly consistent.
 */
import { paginateQuery } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import type { Before } from "../../domain/draft/patch.ts";
import type { Database } from "./database.ts";
import { pack } from "./drafts.ts";
import { formOf, known } from "./form.ts";
import type { Item } from "./damaged-item.ts";
import { count, packedJson, parsed } from "./item.ts";
import { CHANGES } from "./keys.ts";
import { type Write, writeOf } from "./write.ts";

/** How many changes can be undone. */
export const KEPT_CHANGES = 50;

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

/** A change that was undone, with what would do it again. */
export interface StoredUndone {
  /** The revision that the change had made. */
  change: number;
  /** The revision on which it was undone. */
  from: number;
  /** The revision on which it can be done again. */
  at: number;
  before: Before;
  place: number;
}

const replaced = z.record(z.string(), z.nullable(z.string()));
const changeForm = z.object({
  revision: count,
  at: z.string(),
  who: z.string(),
  before: packedJson(z.object({ fields: replaced, madeFrom: replaced })),
});
const undoneForm = z.object({
  revision: count,
  undoneFrom: count,
  undoneAt: count,
  redo: packedJson(z.object({ fields: replaced, madeFrom: replaced })),
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
  return writeOf({
    Put: { TableName: db.tables.main, Item: changeItem(id, { ...change, place }) },
  });
}

/**
 * The write that puts what would do a change again in the place of the change that was undone; refused
 * when the place is another's now.
 */
export const undoneWrite = (
  db: Database,
  id: string,
  change: StoredChange,
  undone: Pick<StoredUndone, "from" | "before">,
): Write =>
  writeOf({
    Put: {
      TableName: db.tables.main,
      Item: {
        ...undoneItem(id, { ...undone, change: change.revision, place: change.place }),
        undoneAt: { N: String(undone.from + 1) },
      },
      ConditionExpression: "revision = :revision",
      ExpressionAttributeValues: { ":revision": { N: String(change.revision) } },
    },
  });

/**
 * The writes that put a change that was done again back among the others, and let the one that was undone
 * before it follow; refused when anything was undone or done again meanwhile.
 */
export const redoneWrite = (
  db: Database,
  id: string,
  last: StoredUndone,
  all: readonly StoredUndone[],
  change: Omit<StoredChange, "place">,
): Write[] => {
  const { TableName, isAsRead } = { TableName: db.tables.main, isAsRead: "undoneAt = :at" };
  const read = (at: number) => ({ ":at": { N: String(at) } });
  const next = all.find((one) => one.at === last.from);
  return [
    writeOf({
      Put: {
        TableName,
        Item: changeItem(id, { ...change, place: last.place }),
        ConditionExpression: isAsRead,
        ExpressionAttributeValues: read(last.at),
      },
    }),
    ...(next === undefined
      ? []
      : [
          writeOf({
            Put: {
              TableName,
              Item: { ...undoneItem(id, next), undoneAt: { N: String(change.revision) } },
              ConditionExpression: isAsRead,
              ExpressionAttributeValues: read(next.at),
            },
          }),
        ]),
  ];
};

/** The changes that can be undone, newest first; and those that were, of which the last may be done again. */
export async function listHistory(
  db: Database,
  id: string,
): Promise<{ changes: StoredChange[]; undone: StoredUndone[] }> {
  const items: Item[] = [];
  for await (const { Items = [] } of paginateQuery(
    { client: db.client },
    { TableName: db.tables.main, ...CHANGES.every(id), ConsistentRead: true },
  )) {
    items.push(...Items.map(known));
  }
  return {
    changes: items.flatMap(readChange).toSorted((a, b) => b.revision - a.revision),
    undone: items.flatMap(readUndone),
  };
}

/** The changes stand in as many places as are kept, and nothing that lasts is ever deleted: some are empty. */
const readChange = (item: Item): StoredChange[] =>
  item["before"] === undefined
    ? []
    : [{ ...parsed(item, changeForm), place: CHANGES.number(item) }];

function readUndone(item: Item): StoredUndone[] {
  if (item["redo"] === undefined) return [];
  const { redo, revision, undoneFrom, undoneAt } = parsed(item, undoneForm);
  const place = CHANGES.number(item);
  return [{ before: redo, change: revision, from: undoneFrom, at: undoneAt, place }];
}

const undoneItem = (id: string, undone: Omit<StoredUndone, "at">) => ({
  ...CHANGES.key(id, undone.place),
  ...formOf("change"),
  revision: { N: String(undone.change) },
  undoneFrom: { N: String(undone.from) },
  redo: { B: pack(undone.before) },
});

const changeItem = (id: string, { place, revision, at, who, before }: StoredChange) => ({
  ...CHANGES.key(id, place),
  ...formOf("change"),
  revision: { N: String(revision) },
  at: { S: at },
  who: { S: who },
  before: { B: pack(before) },
});
