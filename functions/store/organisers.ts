import {
  ConditionalCheckFailedException,
  GetItemCommand,
  QueryCommand,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import type { Database } from "./database.ts";
import { formOf } from "./form.ts";
import type { Item } from "./damaged-item.ts";
import { count, parsed } from "./item.ts";
import { ORGANISERS, recoveryKey } from "./keys.ts";
import { type Passkey, passkeyForm, passkeyItem, passkeyName } from "./passkey-item.ts";
import { IS_NEW } from "./put-if.ts";
import { putOf, type Write, writeOf } from "./write.ts";

export interface Organiser {
  id: string;
  name: string;
  passkeys: Passkey[];
  /** Keyed hashes of the recovery codes that are left. */
  codes: string[];
  /** Grows when every session of this organiser is to end. */
  epoch: number;
}
/** Most passkeys of one organiser. */
const MOST_PASSKEYS = 10;

const form = z.object({
  name: z.string(),
  passkeys: z.record(z.string(), passkeyForm),
  // DynamoDB keeps no empty set.
  codes: z.optional(z.array(z.string())),
  epoch: count,
});

/** The writes that store a new organiser, and the way from each recovery code to it. */
export const organiserWrites = (db: Database, organiser: Organiser): Write[] => [
  putOf({
    TableName: db.tables.main,
    Item: {
      ...ORGANISERS.key(organiser.id),
      ...formOf("organiser"),
      name: { S: organiser.name },
      passkeys: {
        M: Object.fromEntries(
          organiser.passkeys.map((one) => [passkeyName(one.id), passkeyItem(one)]),
        ),
      },
      codes: { SS: organiser.codes },
      epoch: { N: String(organiser.epoch) },
    },
    ConditionExpression: IS_NEW,
  }),
  ...codeWrites(db, organiser.id, organiser.codes),
];

/** The writes that lead from each recovery code to its organiser. */
export const codeWrites = (db: Database, organiser: string, codes: string[]): Write[] =>
  codes.map((hash) =>
    putOf({
      TableName: db.tables.main,
      Item: { ...recoveryKey(hash), organiser: { S: organiser } },
      ConditionExpression: IS_NEW,
    }),
  );

/** The write that replaces the recovery codes; those before count no more. */
export const renewalWrite = (db: Database, organiser: string, codes: string[]): Write =>
  writeOf({
    Update: {
      TableName: db.tables.main,
      Key: ORGANISERS.key(organiser),
      UpdateExpression: "SET codes = :codes",
      ConditionExpression: "attribute_exists(pk)",
      ExpressionAttributeValues: { ":codes": { SS: codes } },
    },
  });

/** An organiser, strongly consistent; `undefined` when there is none of that id. */
export async function getOrganiser(db: Database, id: string): Promise<Organiser | undefined> {
  const Key = ORGANISERS.key(id);
  const { Item } = await db.client.send(
    new GetItemCommand({ TableName: db.tables.main, Key, ConsistentRead: true }),
  );
  return Item && readItem(Item);
}

/** Whether this installation has an organiser. */
export async function hasOrganisers(db: Database): Promise<boolean> {
  const any = { ...ORGANISERS.every, ConsistentRead: true, Limit: 1 };
  const { Count } = await db.client.send(new QueryCommand({ TableName: db.tables.main, ...any }));
  return Count === 1;
}

/** Uses a recovery code up; the organiser without it. Nobody's and used ones are `undefined`, after the same two reads. */
export async function useCode(db: Database, hash: string): Promise<Organiser | undefined> {
  const { Item } = await db.client.send(
    new GetItemCommand({ TableName: db.tables.main, Key: recoveryKey(hash), ConsistentRead: true }),
  );
  const organiser = Item && parsed(Item, z.object({ organiser: z.string() })).organiser;
  const owner = await getOrganiser(db, organiser ?? "nobody");
  if (owner === undefined || !owner.codes.includes(hash)) return undefined;
  return updateOrganiser(db, owner.id, {
    UpdateExpression: "DELETE codes :code",
    ConditionExpression: "contains(codes, :hash)",
    ExpressionAttributeValues: { ":code": { SS: [hash] }, ":hash": { S: hash } },
  });
}

/** Notes the use of a passkey; `undefined` when it is gone, or its counter has not gone forward. */
export const countPasskey = (
  db: Database,
  organiser: string,
  { id, counter, usedOn }: Pick<Passkey, "id" | "counter" | "usedOn">,
): Promise<Organiser | undefined> =>
  updateOrganiser(db, organiser, {
    UpdateExpression: "SET passkeys.#id.#counter = :counter, passkeys.#id.usedOn = :day",
    // An authenticator that keeps no count says 0 each time.
    ConditionExpression:
      "attribute_exists(passkeys.#id) AND (passkeys.#id.#counter < :counter OR (:counter = :none AND passkeys.#id.#counter = :none))",
    ExpressionAttributeNames: { "#id": passkeyName(id), "#counter": "counter" },
    ExpressionAttributeValues: {
      ":counter": { N: String(counter) },
      ":day": { S: usedOn },
      ":none": { N: "0" },
    },
  });

/** Adds a passkey; `undefined` when it is there already or there are as many as may be. */
export const addPasskey = (
  db: Database,
  organiser: string,
  passkey: Passkey,
): Promise<Organiser | undefined> =>
  updateOrganiser(db, organiser, {
    UpdateExpression: "SET passkeys.#id = :passkey",
    ConditionExpression: "attribute_not_exists(passkeys.#id) AND size(passkeys) < :most",
    ExpressionAttributeNames: { "#id": passkeyName(passkey.id) },
    ExpressionAttributeValues: {
      ":passkey": passkeyItem(passkey),
      ":most": { N: String(MOST_PASSKEYS) },
    },
  });

/** Removes a passkey and ends every session; `undefined` when it is gone or is the last one. */
export const removePasskey = (
  db: Database,
  organiser: string,
  id: string,
): Promise<Organiser | undefined> =>
  updateOrganiser(db, organiser, {
    UpdateExpression: "REMOVE passkeys.#id ADD epoch :one",
    ConditionExpression: "attribute_exists(passkeys.#id) AND size(passkeys) > :one",
    ExpressionAttributeNames: { "#id": passkeyName(id) },
    ExpressionAttributeValues: { ":one": { N: "1" } },
  });

/** Ends every session of an organiser. */
export const endSessions = (db: Database, organiser: string): Promise<Organiser | undefined> =>
  updateOrganiser(db, organiser, {
    UpdateExpression: "ADD epoch :one",
    ConditionExpression: "attribute_exists(pk)",
    ExpressionAttributeValues: { ":one": { N: "1" } },
  });

async function updateOrganiser(
  db: Database,
  id: string,
  update: Omit<UpdateItemCommandInput, "TableName" | "Key">,
): Promise<Organiser | undefined> {
  try {
    const { Attributes } = await db.client.send(
      new UpdateItemCommand({
        TableName: db.tables.main,
        Key: ORGANISERS.key(id),
        ReturnValues: "ALL_NEW",
        ...update,
      }),
    );
    return Attributes && readItem(Attributes);
  } catch (failure) {
    if (failure instanceof ConditionalCheckFailedException) return undefined;
    throw failure;
  }
}

function readItem(item: Item): Organiser {
  const { passkeys, codes = [], ...organiser } = parsed(item, form);
  const oldestFirst = Object.values(passkeys).toSorted((a, b) =>
    a.addedOn + a.id < b.addedOn + b.id ? -1 : 1,
  );
  return { id: ORGANISERS.name(item), ...organiser, passkeys: oldestFirst, codes };
}
