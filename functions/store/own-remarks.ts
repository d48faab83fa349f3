/**
 * The remarks of one respondent, wherever they are: in the inbox or in the pool, never in both. All places
 * are read in one moment and written in one, each on the condition that it is as it was read; so no two
 * writes of one respondent can leave more than the places hold, and none undoes what a job has moved.
 */
import { TransactGetItemsCommand } from "@aws-sdk/client-dynamodb";
import type { StoredRemark } from "../../domain/remark/remark.ts";
import type { Database } from "./database.ts";
import { type InboxRemark, inboxDelete, inboxPut, readInboxItem } from "./inbox.ts";
import type { Item } from "./item.ts";
import { INBOX, REMARKS } from "./keys.ts";
import { poolChange } from "./pool-change.ts";
import { IS_NEW } from "./put-if.ts";
import { asRead, poolDelete, readRemark } from "./remarks.ts";
import { type Write, writeOf } from "./write.ts";
import { writeAll } from "./write-all.ts";

/** What stands in one place of a respondent. */
export interface OwnRemark {
  id: string;
  inbox: InboxRemark | undefined;
  pooled: StoredRemark | undefined;
}

export const remarkOf = ({ inbox, pooled }: OwnRemark): StoredRemark | undefined =>
  inbox?.remark ?? pooled;

/** What stands under those ids. */
export async function readRemarks(
  db: Database,
  consultation: string,
  ids: readonly string[],
): Promise<OwnRemark[]> {
  const { ephemeral, main } = db.tables;
  const { Responses = [] } = await db.client.send(
    new TransactGetItemsCommand({
      TransactItems: ids.flatMap((id) => [
        { Get: { TableName: ephemeral, Key: INBOX.key(consultation, id) } },
        { Get: { TableName: main, Key: REMARKS.key(consultation, id) } },
      ]),
    }),
  );
  const item = (at: number): Item | undefined => Responses[at]?.Item;
  return ids.map((id, at) => {
    const [inbox, pooled] = [item(2 * at), item(2 * at + 1)];
    return { id, inbox: inbox && readInboxItem(inbox), pooled: pooled && readRemark(pooled) };
  });
}

/**
 * Puts in each place what is to stand there; false, and nothing written, when one is not as it was read. What is
 * new or said differently goes into the inbox of that day, also where the pool had it: a change there would
 * show in the order of its file.
 */
export async function putRemarks(
  db: Database,
  consultation: string,
  day: string,
  places: readonly { before: OwnRemark; after: StoredRemark | undefined }[],
): Promise<boolean> {
  const writes: Write[] = [];
  for (const { before, after } of places) {
    const { id, inbox, pooled } = before;
    const stays = after !== undefined && after === remarkOf(before);
    if (stays || (inbox === undefined && after === undefined)) {
      writes.push(isAsRead(db.tables.ephemeral, INBOX.key(consultation, id), inboxOf(inbox)));
    } else if (after === undefined) {
      writes.push(inboxDelete(db, consultation, inbox!));
    } else {
      writes.push(inboxPut(db, consultation, inbox, { remark: after, day }));
    }
    if (stays || pooled === undefined) {
      writes.push(
        isAsRead(db.tables.main, REMARKS.key(consultation, id), pooled && asRead(pooled)),
      );
    } else {
      writes.push(poolDelete(db, consultation, pooled));
      writes.push(...(await poolChange(db, consultation, pooled, undefined)));
    }
  }
  return writeAll(db, writes);
}

const inboxOf = (inbox: InboxRemark | undefined) =>
  inbox && asRead(inbox.remark, { day: { S: inbox.day } });

/** Nothing is written there; but what is must be what was read. */
const isAsRead = (
  TableName: string,
  Key: Item,
  condition: ReturnType<typeof asRead> | undefined,
): Write =>
  writeOf({
    ConditionCheck: { TableName, Key, ...(condition ?? { ConditionExpression: IS_NEW }) },
  });
