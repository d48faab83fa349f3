/**
 * The remarks of one respondent, wherever they are: in the inbox or in the pool; in both only where a change was
 * cut short, and then the inbox holds. All are read in one moment, and each is written on the condition that it is as
 * it was read. Never in a transaction: DynamoDB Local writes down the millisecond of each, and beside its stream
 * of ballots that would tell who wrote something (docs/decisions/028-remarks.md).
 */
import { TransactGetItemsCommand } from "@aws-sdk/client-dynamodb";
import type { StoredRemark } from "../../domain/remark/remark.ts";
import type { Database } from "./database.ts";
import { type InboxRemark, inboxDelete, inboxPut, readInboxItem } from "./inbox.ts";
import type { Item } from "./damaged-item.ts";
import { INBOX, REMARKS } from "./keys.ts";
import { poolChange } from "./pool-change.ts";
import { poolDelete, readRemark } from "./remarks.ts";
import type { Write } from "./write.ts";
import { writeEach } from "./write-each.ts";

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
 * Puts in each place what is to stand there; false when one is not as it was read: some may be done then, and the
 * rest is to be decided anew. What is new or said differently goes into the inbox of that day, also where the
 * pool had it: a change there would show in the order of its file. It is there before the other goes, so
 * that a failure leaves both and loses none.
 */
export async function putRemarks(
  db: Database,
  consultation: string,
  day: string,
  places: readonly { before: OwnRemark; after: StoredRemark | undefined }[],
): Promise<boolean> {
  for (const { before, after } of places) {
    const { inbox, pooled } = before;
    const writes: Write[] = [];
    if (after !== undefined && after !== remarkOf(before)) {
      writes.push(inboxPut(db, consultation, inbox, { remark: after, day }));
    } else if (after === undefined && inbox !== undefined) {
      writes.push(inboxDelete(db, consultation, inbox));
    }
    if (pooled !== undefined && after !== pooled) {
      writes.push(...(await poolChange(db, consultation, pooled, undefined)));
      writes.push(poolDelete(db, consultation, pooled));
    }
    if (!(await writeEach(db, writes))) return false;
  }
  return true;
}
