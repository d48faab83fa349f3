/**
 * The inbox: the remarks of days that are not mixed yet. It is in the ephemeral table, of which there is no
 * backup and no way back to an earlier moment: nobody can ask what was there a minute before. Read strongly
 * consistent.
 */
import { paginateQuery } from "@aws-sdk/client-dynamodb";
import type { StoredRemark } from "../../domain/remark/remark.ts";
import type { Database } from "./database.ts";
import type { Item } from "./damaged-item.ts";
import { INBOX } from "./keys.ts";
import { asRead, readRemark, remarkAttributes } from "./remarks.ts";
import { IS_NEW } from "./put-if.ts";
import { type Write, writeOf } from "./write.ts";

/** A remark that waits for its day to be over. */
export interface InboxRemark {
  remark: StoredRemark;
  /** On which it came, or was last changed. It goes with the inbox. */
  day: string;
}

const dayIs = (day: string): Item => ({ day: { S: day } });

export const readInboxItem = (item: Item): InboxRemark => ({
  remark: readRemark(item),
  day: item["day"]?.S ?? "",
});

/** Every remark that waits. */
export async function listInbox(db: Database, consultation: string): Promise<InboxRemark[]> {
  const pages = paginateQuery(
    { client: db.client },
    { TableName: db.tables.ephemeral, ...INBOX.every(consultation), ConsistentRead: true },
  );
  const remarks: InboxRemark[] = [];
  for await (const { Items = [] } of pages) remarks.push(...Items.map(readInboxItem));
  return remarks;
}

/** The write of a remark into the inbox, over the one that was read or where there is none. */
export const inboxPut = (
  db: Database,
  consultation: string,
  before: InboxRemark | undefined,
  { remark, day }: InboxRemark,
): Write =>
  writeOf({
    Put: {
      TableName: db.tables.ephemeral,
      Item: {
        ...INBOX.key(consultation, remark.id),
        ...remarkAttributes(remark),
        ...dayIs(day),
      },
      ...(before === undefined
        ? { ConditionExpression: IS_NEW }
        : asRead(before.remark, dayIs(before.day))),
    },
  });

/** The write that takes a remark out of the inbox; refused when it is no longer as it was read. */
export const inboxDelete = (
  db: Database,
  consultation: string,
  { remark, day }: InboxRemark,
): Write =>
  writeOf({
    Delete: {
      TableName: db.tables.ephemeral,
      Key: INBOX.key(consultation, remark.id),
      ...asRead(remark, dayIs(day)),
    },
  });
