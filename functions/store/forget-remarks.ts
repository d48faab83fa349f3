import { DeleteItemCommand } from "@aws-sdk/client-dynamodb";
import type { Database } from "./database.ts";
import { listInbox } from "./inbox.ts";
import { INBOX, REMARKS } from "./keys.ts";
import { listPool } from "./remarks.ts";

/** How many are deleted at once. */
const AT_ONCE = 25;

/**
 * Deletes every remark of a consultation for good, mixed or not: of an archived one only, by a job only. Says
 * whether all are gone; what is left when the time is up, the next run deletes.
 */
export async function forgetRemarks(
  db: Database,
  consultation: string,
  outOfTime: () => boolean,
): Promise<boolean> {
  const { ephemeral, main } = db.tables;
  const all = [
    ...(await listInbox(db, consultation)).map(({ remark }) => ({
      TableName: ephemeral,
      Key: INBOX.key(consultation, remark.id),
    })),
    ...(await listPool(db, consultation)).map(({ id }) => ({
      TableName: main,
      Key: REMARKS.key(consultation, id),
    })),
  ];
  for (let from = 0; from < all.length; from += AT_ONCE) {
    if (outOfTime()) return false;
    const some = all.slice(from, from + AT_ONCE);
    await Promise.all(some.map((one) => db.client.send(new DeleteItemCommand(one))));
  }
  return true;
}
