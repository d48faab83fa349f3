import { GetItemCommand, paginateQuery } from "@aws-sdk/client-dynamodb";
import type { InvitationGroup } from "../../domain/invitation/group.ts";
import type { Item } from "./ballot-item.ts";
import type { Database } from "./database.ts";
import { IS_NEW, putIf } from "./put-if.ts";

const GROUP = "INVITING#";

/** A group as it is kept. */
export interface StoredGroup extends InvitationGroup {
  /** How many codes were asked for, and how many were made. */
  wanted: number;
  made: number;
}

/** Where a group of invitations is kept. */
export const groupKey = (consultation: string, id: string) => ({
  pk: { S: `C#${consultation}` },
  sk: { S: GROUP + id },
});

/** The write that begins a group without codes; its condition fails when that id is taken. */
export const groupPut = (
  db: Database,
  consultation: string,
  { id, label, expires, day }: InvitationGroup,
  wanted: number,
) => ({
  TableName: db.tables.main,
  Item: {
    ...groupKey(consultation, id),
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
) => ({
  TableName: db.tables.main,
  Key: groupKey(consultation, id),
  ...(expires === undefined
    ? { UpdateExpression: "REMOVE expires" }
    : {
        UpdateExpression: "SET expires = :expires",
        ExpressionAttributeValues: { ":expires": { S: expires } },
      }),
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
      Key: groupKey(consultation, id),
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
    {
      TableName: db.tables.main,
      KeyConditionExpression: "pk = :pk AND begins_with(sk, :group)",
      ExpressionAttributeValues: { ":pk": { S: `C#${consultation}` }, ":group": { S: GROUP } },
      ConsistentRead: true,
    },
  )) {
    groups.push(...Items.map(readGroup));
  }
  return groups.toSorted((a, b) => (a.day === b.day ? 0 : a.day < b.day ? 1 : -1));
}

const readGroup = (item: Item): StoredGroup => ({
  id: item["sk"]?.S?.slice(GROUP.length) ?? "",
  label: item["label"]?.S ?? "",
  day: item["day"]?.S ?? "",
  ...(item["expires"]?.S !== undefined && { expires: item["expires"].S }),
  wanted: Number(item["wanted"]?.N ?? 0),
  made: Number(item["made"]?.N ?? 0),
});
