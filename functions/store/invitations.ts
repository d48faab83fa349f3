import type { Database } from "./database.ts";
import { IS_NEW, putIf } from "./put-if.ts";

/** Where an invitation is kept: under the keyed hash of its code, which alone says nothing. */
export const invitationKey = (consultation: string, hash: string) => ({
  pk: { S: `C#${consultation}` },
  sk: { S: `INVITATION#${hash}` },
});

/** Stores a new, unused invitation; false when that code exists already. */
export async function addInvitation(
  db: Database,
  consultation: string,
  hash: string,
): Promise<boolean> {
  return putIf(db, {
    TableName: db.tables.main,
    Item: { ...invitationKey(consultation, hash), used: { BOOL: false } },
    ConditionExpression: IS_NEW,
  });
}
