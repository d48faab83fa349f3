import {
  type AttributeValue,
  GetItemCommand,
  PutItemCommand,
  paginateQuery,
  type TransactWriteItem,
} from "@aws-sdk/client-dynamodb";
import type { Consultation } from "../../domain/consultation/definition.ts";
import { fromEarlier } from "../../domain/consultation/earlier-definition.ts";
import { type Life, NEW_LIFE, type PublishedConsultation } from "../../domain/consultation/life.ts";
import type { Database } from "./database.ts";
import { IS_NEW, putIf } from "./put-if.ts";

/** All definitions stand under one key, so that the list of consultations is one query. */
const CONSULTATIONS = { S: "CONSULTATIONS" };

/** The condition that a consultation is no more than a draft: never published, or taken back. */
const IS_DRAFT = {
  ConditionExpression: "attribute_not_exists(#definition)",
  // "definition" alone is a word of the expression language.
  ExpressionAttributeNames: { "#definition": "definition" },
};

/** Stores a definition unless one of that id is there already; says whether it did. */
export async function addConsultation(db: Database, definition: Consultation): Promise<boolean> {
  return putIf(db, {
    TableName: db.tables.main,
    Item: {
      pk: CONSULTATIONS,
      sk: { S: definition.id },
      definition: { S: JSON.stringify(definition) },
    },
    ConditionExpression: IS_NEW,
  });
}

/** Every definition, in the order of their ids. */
export const listConsultations = async (db: Database): Promise<Consultation[]> =>
  (await listPublished(db)).map(({ definition }) => definition);

/** Every consultation that is no longer only a draft, with its life, in the order of their ids. */
export async function listPublished(db: Database): Promise<PublishedConsultation[]> {
  const pages = paginateQuery(
    { client: db.client },
    {
      TableName: db.tables.main,
      KeyConditionExpression: "pk = :pk",
      ExpressionAttributeValues: { ":pk": CONSULTATIONS },
      ConsistentRead: true,
    },
  );
  const published: PublishedConsultation[] = [];
  for await (const { Items = [] } of pages) published.push(...Items.flatMap(readItem));
  return published;
}

/** One of them, strongly consistent; `undefined` when there is none of that id. */
export async function getPublished(
  db: Database,
  id: string,
): Promise<PublishedConsultation | undefined> {
  const { Item } = await db.client.send(
    new GetItemCommand({
      TableName: db.tables.main,
      Key: { pk: CONSULTATIONS, sk: { S: id } },
      ConsistentRead: true,
    }),
  );
  return Item && readItem(Item)[0];
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
): TransactWriteItem {
  const Key = { pk: CONSULTATIONS, sk: { S: id } };
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
    return { Put: { TableName, Item: { ...Key, withdrawn: { BOOL: true } }, ...condition } };
  }
  const Item = {
    ...Key,
    definition: { S: JSON.stringify(after.definition) },
    life: { S: JSON.stringify(after.life) },
  };
  return { Put: { TableName, Item, ...condition } };
}

/** Lets a write through only while a consultation is, or is not, more than a draft. */
export const frozenCheck = (db: Database, id: string, frozen: boolean): TransactWriteItem => ({
  ConditionCheck: {
    TableName: db.tables.main,
    Key: { pk: CONSULTATIONS, sk: { S: id } },
    ...(frozen
      ? {
          ConditionExpression: "attribute_exists(#definition)",
          ExpressionAttributeNames: { "#definition": "definition" },
        }
      : IS_DRAFT),
  },
});

/** The texts of definitions that were stored in an earlier form: what a later write must find. */
const asStored = new WeakMap<Consultation, string>();

// What is stored was read and checked before it was stored. One that was taken back is a draft.
function readItem({ definition, life }: Record<string, AttributeValue>): PublishedConsultation[] {
  if (definition?.S === undefined) return [];
  const stored: unknown = JSON.parse(definition.S);
  const now = fromEarlier(stored) as Consultation;
  if (now !== stored) asStored.set(now, definition.S);
  return [
    { definition: now, life: life?.S === undefined ? NEW_LIFE : (JSON.parse(life.S) as Life) },
  ];
}

const simulatedKey = (consultation: string) => ({
  pk: { S: `C#${consultation}` },
  sk: { S: "SIMULATED" },
});

/** Marks, for good, that simulated ballots are among a consultation's; call it before sending one. */
export async function markSimulated(db: Database, consultation: string): Promise<void> {
  await db.client.send(
    new PutItemCommand({ TableName: db.tables.main, Item: simulatedKey(consultation) }),
  );
}

/** Whether simulated ballots may be among a consultation's. */
export async function isSimulated(db: Database, consultation: string): Promise<boolean> {
  const { Item } = await db.client.send(
    new GetItemCommand({
      TableName: db.tables.main,
      Key: simulatedKey(consultation),
      ConsistentRead: true,
    }),
  );
  return Item !== undefined;
}
