import { GetItemCommand, paginateQuery } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import type { InvitationGroup } from "../../domain/invitation/group.ts";
import type { Database } from "./database.ts";
import { formOf } from "./form.ts";
import type { Item } from "./damaged-item.ts";
import { count, parsed } from "./item.ts";
import { GROUPS } from "./keys.ts";
import { IS_NEW, putIf } from "./put-if.ts";
import { type ConditionalPut, putOf, type Write, writeOf } from "./write.ts";

/** A group as it is kept. */
export interface StoredGroup extends InvitationGroup {
  /** How many codes were asked for, and how many were made. */
  wanted: number;
  made: number;
}

const form = z.object({
  label: z.string(),
  day: z.string(),
  expires: z.optional(z.string()),
  wanted: count,
  made: count,
});

/** The write that begins a group without codes; its condition fails when that id is taken. */
export const groupPut = (
  db: Database,
  consultation: string,
  { id, label, expires, day }: InvitationGroup,
  wanted: number,
): ConditionalPut =>
  putOf({
    TableName: db.tables.main,
    Item: {
      ...GROUPS.key(consultation, id),
      ...formOf("invitationGroup"),
      label: { S: label },
      day: { S: day },
      ...(expires !== undefined && { expires: { S: expires } }),
      wanted: { N: String(wanted) },
      made: { N: "0" },
    },
    ConditionExpression: IS_NEW,
  });

/** Begins a group that has no codes yet; false when that id is taken. */
export const addGroup = (
  db: Database,
  consultation: string,
  group: InvitationGroup,
  wanted: number,
): Promise<boolean> => putIf(db, groupPut(db, consultation, group, wanted));

/** The write that says until when a group's codes can be used from now on. */
export const expiryUpdate = (
  db: Database,
  consultation: string,
  id: string,
  expires: string | undefined,
): Write =>
  writeOf({
    Update: {
      TableName: db.tables.main,
      Key: GROUPS.key(consultation, id),
      ...(expires === undefined
        ? { UpdateExpression: "REMOVE expires" }
        : {
            UpdateExpression: "SET expires = :expires",
            ExpressionAttributeValues: { ":expires": { S: expires } },
          }),
    },
  });

/** One group, strongly consistent; `undefined` when there is none of that id. */
export async function getGroup(
  db: Database,
  consultation: string,
  id: string,
): Promise<StoredGroup | undefined> {
  const { Item } = await db.client.send(
    new GetItemCommand({
      TableName: db.tables.main,
      Key: GROUPS.key(consultation, id),
      ConsistentRead: true,
    }),
  );
  return Item && readGroup(Item);
}

/** Every group of a consultation, the newest day first. */
export async function listGroups(db: Database, consultation: string): Promise<StoredGroup[]> {
  const groups: StoredGroup[] = [];
  for await (const { Items = [] } of paginateQuery(
    { client: db.client },
    { TableName: db.tables.main, ...GROUPS.every(consultation), ConsistentRead: true },
  )) {
    groups.push(...Items.map(readGroup));
  }
  return groups.toSorted((a, b) => (a.day === b.day ? 0 : a.day < b.day ? 1 : -1));
}

const readGroup = (item: Item): StoredGroup => ({
  id: GROUPS.name(item),
  ...parsed(item, form),
});
