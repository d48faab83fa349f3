/**
 * Definitions and lives, all in one partition, so that the list of consultations is one query. A step is stored only
 * over exactly what it was decided on, in one transaction with its entry in the log and with its number in
 * `consultation-revisions.ts`: durable when that ends. Refused, it leaves what was there; failed, it was made whole or not
 * at all. Read strongly consistent, also in the list.
 */
import { GetItemCommand, paginateQuery } from "@aws-sdk/client-dynamodb";
import type { Consultation } from "../../domain/consultation/definition.ts";
import type { PublishedConsultation } from "../../domain/consultation/life.ts";
import { consultationIn, isUnreadable, storedText, type Unreadable } from "./consultation-item.ts";
import { revisionBump } from "./consultation-revisions.ts";
import type { Database } from "./database.ts";
import { formOf } from "./form.ts";
import type { Item } from "./damaged-item.ts";
import { CONSULTATIONS } from "./keys.ts";
import { IS_NEW } from "./put-if.ts";
import { writeAll } from "./write-all.ts";
import { type Write, writeOf } from "./write.ts";

/** The condition that a consultation is no more than a draft: never published, or taken back. */
const IS_DRAFT = {
  ConditionExpression: "attribute_not_exists(#definition)",
  // "definition" alone is a word of the expression language.
  ExpressionAttributeNames: { "#definition": "definition" },
};

/** Stores a definition unless one of that id is there already; says whether it did. */
export async function addConsultation(db: Database, definition: Consultation): Promise<boolean> {
  const { id } = definition;
  // A write that is refused costs what the item is long, and reading it a fortieth of that.
  if ((await itemOf(db, id)) !== undefined) return false;
  const Item = {
    ...CONSULTATIONS.key(id),
    ...formOf("consultation"),
    definition: { S: JSON.stringify(definition) },
  };
  const put = { TableName: db.tables.main, Item, ConditionExpression: IS_NEW };
  return writeAll(db, [writeOf({ Put: put }, revisionBump(db, id))]);
}

/** All that are no longer only drafts: in the order of their ids, and, by id, those that cannot be read. */
type AllPublished = { published: PublishedConsultation[]; unreadable: Map<string, Unreadable> };

/** The ids of all of them, also of those that cannot be read. */
export async function publishedIds(db: Database): Promise<string[]> {
  const { published, unreadable } = await listPublished(db);
  return [...published.map(({ definition }) => definition.id), ...unreadable.keys()].toSorted();
}

/** Every consultation that was published, with its life. One that is damaged takes none of the others away. */
export async function listPublished(db: Database): Promise<AllPublished> {
  const pages = paginateQuery(
    { client: db.client },
    { TableName: db.tables.main, ...CONSULTATIONS.every, ConsistentRead: true },
  );
  const all: AllPublished = { published: [], unreadable: new Map() };
  for await (const { Items = [] } of pages) {
    for (const item of Items) readInto(all, item);
  }
  return all;
}

/** The same of some: whichever is only a draft is not among them. */
export async function somePublished(db: Database, ids: readonly string[]): Promise<AllPublished> {
  const some: AllPublished = { published: [], unreadable: new Map() };
  for (const item of await Promise.all(ids.map((id) => itemOf(db, id)))) {
    if (item !== undefined) readInto(some, item);
  }
  return some;
}

function readInto({ published, unreadable }: AllPublished, item: Item): void {
  try {
    const one = consultationIn(item);
    if (one !== undefined) published.push(one);
  } catch (failure) {
    if (!isUnreadable(failure)) throw failure;
    unreadable.set(CONSULTATIONS.name(item), failure);
  }
}

/** One of them; `undefined` when there is none of that id. Throws what `isUnreadable` knows. */
export async function getPublished(
  db: Database,
  id: string,
): Promise<PublishedConsultation | undefined> {
  const item = await itemOf(db, id);
  return item && consultationIn(item);
}

async function itemOf(db: Database, id: string): Promise<Item | undefined> {
  const { Item } = await db.client.send(
    new GetItemCommand({
      TableName: db.tables.main,
      Key: CONSULTATIONS.key(id),
      ConsistentRead: true,
    }),
  );
  return Item;
}

/**
 * The write that makes a consultation what it is after a step; with `undefined` after, a draft again.
 * Refused when it is no longer what it was read as.
 */
export function publishedWrite(
  db: Database,
  id: string,
  before: PublishedConsultation | undefined,
  after: PublishedConsultation | undefined,
): Write {
  const item = { ...CONSULTATIONS.key(id), ...formOf("consultation") };
  const condition =
    before === undefined
      ? IS_DRAFT
      : {
          ConditionExpression:
            "#definition = :was AND (life = :life OR attribute_not_exists(life))",
          ExpressionAttributeNames: IS_DRAFT.ExpressionAttributeNames,
          ExpressionAttributeValues: {
            ":was": { S: storedText(before.definition) },
            ":life": { S: JSON.stringify(before.life) },
          },
        };
  const stored: Item =
    after === undefined
      ? // Nothing that lasts is deleted: a mark stands where the definition was.
        { withdrawn: { BOOL: true } }
      : {
          definition: { S: JSON.stringify(after.definition) },
          life: { S: JSON.stringify(after.life) },
        };
  const put = { TableName: db.tables.main, Item: { ...item, ...stored }, ...condition };
  return writeOf({ Put: put }, revisionBump(db, id));
}

/** Lets a write through only while a consultation is, or is not, more than a draft. */
export const frozenCheck = (db: Database, id: string, frozen: boolean): Write =>
  writeOf({
    ConditionCheck: {
      TableName: db.tables.main,
      Key: CONSULTATIONS.key(id),
      ...(frozen
        ? {
            ConditionExpression: "attribute_exists(#definition)",
            ExpressionAttributeNames: { "#definition": "definition" },
          }
        : IS_DRAFT),
    },
  });
