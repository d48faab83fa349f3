/**
 * Definitions and lives, all in one partition, so that the list of consultations is one query. A step is stored only
 * over exactly what it was decided on, in one transaction with its entry in the log: durable when that ends. Refused,
 * it leaves what was there; failed, it was made whole or not at all. Read strongly consistent, also in the list.
 */
import { GetItemCommand, paginateQuery } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import type { Consultation } from "../../domain/consultation/definition.ts";
import { fromEarlier } from "../../domain/consultation/earlier-definition.ts";
import { NEW_LIFE, type PublishedConsultation } from "../../domain/consultation/life.ts";
import { DISCLOSURES, SCHEDULES } from "../../domain/disclosure/policy.ts";
import { WORK_MODES } from "../../domain/work/mode.ts";
import type { Database } from "./database.ts";
import { formOf, NewerForm } from "./form.ts";
import { DamagedItem, type Item, keyOf } from "./damaged-item.ts";
import { json, moment, parsed } from "./item.ts";
import { CONSULTATIONS } from "./keys.ts";
import { IS_NEW, putIf } from "./put-if.ts";
import { putOf, type Write, writeOf } from "./write.ts";

/** The texts of definitions that were stored in an earlier form: what a later write must find. */
const asStored = new WeakMap<object, string>();

const coded = z.array(z.object({ code: z.string() }));

/**
 * What counting, disclosure and the clock rely on. Not the whole schema, which the definition met before it
 * was stored: every process reads all of them every few seconds, and the schema takes ten times as long as
 * parsing the text.
 */
const reliedOn = z.object({
  id: z.string(),
  addressees: coded,
  recommendations: coded,
  about: z.array(z.object({ code: z.string(), options: coded })),
  channels: z.optional(coded),
  release: z.object({ every: z.enum(SCHEDULES), groupsAt: z.optional(z.array(moment)) }),
  disclosure: z.enum(DISCLOSURES),
  opensAt: z.optional(moment),
  closesAt: z.optional(moment),
});

const form = z.object({
  definition: z.optional(
    json(
      z.custom<Consultation>((value) => reliedOn.safeParse(value).success),
      (stored, text) => {
        const now = fromEarlier(stored);
        if (now !== stored) asStored.set(now as object, text);
        return now;
      },
    ),
  ),
  life: z.optional(
    json(
      z.object({
        paused: z.boolean(),
        archived: z.boolean(),
        pause: z.optional(z.object({ at: moment, note: z.record(z.string(), z.string()) })),
        purge: z.optional(z.object({ begun: moment, done: z.optional(moment) })),
        work: z.optional(z.array(z.object({ mode: z.enum(WORK_MODES), at: moment }))),
      }),
    ),
  ),
});

/** The condition that a consultation is no more than a draft: never published, or taken back. */
const IS_DRAFT = {
  ConditionExpression: "attribute_not_exists(#definition)",
  // "definition" alone is a word of the expression language.
  ExpressionAttributeNames: { "#definition": "definition" },
};

/** Stores a definition unless one of that id is there already; says whether it did. */
export async function addConsultation(db: Database, definition: Consultation): Promise<boolean> {
  return putIf(
    db,
    putOf({
      TableName: db.tables.main,
      Item: {
        ...CONSULTATIONS.key(definition.id),
        ...formOf("consultation"),
        definition: { S: JSON.stringify(definition) },
      },
      ConditionExpression: IS_NEW,
    }),
  );
}

/** Why what is stored of a consultation cannot be read. */
export type Unreadable = DamagedItem | NewerForm;

/** Whether what failed is that a consultation's own item cannot be read. */
export const isUnreadable = (failure: unknown): failure is Unreadable =>
  (failure instanceof DamagedItem || failure instanceof NewerForm) &&
  failure.key.startsWith(keyOf(CONSULTATIONS.key("")));

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

function readInto({ published, unreadable }: AllPublished, item: Item): void {
  try {
    published.push(...readPublished(item));
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
  const Key = CONSULTATIONS.key(id);
  const { Item } = await db.client.send(
    new GetItemCommand({ TableName: db.tables.main, Key, ConsistentRead: true }),
  );
  return Item && readPublished(Item)[0];
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
            ":was": { S: asStored.get(before.definition) ?? JSON.stringify(before.definition) },
            ":life": { S: JSON.stringify(before.life) },
          },
        };
  const TableName = db.tables.main;
  // Nothing that lasts is deleted: a mark stands where the definition was.
  if (after === undefined) {
    return writeOf({
      Put: { TableName, Item: { ...item, withdrawn: { BOOL: true } }, ...condition },
    });
  }
  const Item = {
    ...item,
    definition: { S: JSON.stringify(after.definition) },
    life: { S: JSON.stringify(after.life) },
  };
  return writeOf({ Put: { TableName, Item, ...condition } });
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

/** The consultation of an item; one that was taken back is a draft. */
export function readPublished(item: Item): PublishedConsultation[] {
  const { definition, life = NEW_LIFE } = parsed(item, form);
  return definition === undefined ? [] : [{ definition, life }];
}
