import { GetItemCommand, PutItemCommand, paginateQuery } from "@aws-sdk/client-dynamodb";
import type { Consultation } from "../../domain/consultation.ts";
import type { Database } from "./database.ts";
import { IS_NEW, putIf } from "./put-if.ts";

/** All definitions stand under one key, so that the list of consultations is one query. */
const CONSULTATIONS = { S: "CONSULTATIONS" };

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

/** The definition of a consultation as it is now, strongly consistent; `undefined` when there is none. */
export async function getConsultation(db: Database, id: string): Promise<Consultation | undefined> {
  const { Item } = await db.client.send(
    new GetItemCommand({
      TableName: db.tables.main,
      Key: { pk: CONSULTATIONS, sk: { S: id } },
      ConsistentRead: true,
    }),
  );
  return Item && (JSON.parse(Item["definition"]?.S ?? "null") as Consultation);
}

/** Every consultation, in the order of their ids. */
export async function listConsultations(db: Database): Promise<Consultation[]> {
  const pages = paginateQuery(
    { client: db.client },
    {
      TableName: db.tables.main,
      KeyConditionExpression: "pk = :pk",
      ExpressionAttributeValues: { ":pk": CONSULTATIONS },
      ConsistentRead: true,
    },
  );
  const definitions: Consultation[] = [];
  for await (const { Items = [] } of pages) {
    // What is stored was read and checked before it was stored.
    for (const item of Items)
      definitions.push(JSON.parse(item["definition"]?.S ?? "null") as Consultation);
  }
  return definitions;
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
