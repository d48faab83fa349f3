import type { Database } from "./database.ts";
import { IS_UNUSED, type UnusedInvitation, unusedItem } from "./invitations.ts";
import { INVITATIONS } from "./keys.ts";
import { IS_NEW } from "./put-if.ts";
import { putOf, type Write, writeOf } from "./write.ts";

const revocation = (db: Database, consultation: string, hash: string, forgotten: string): Write =>
  writeOf({
    Update: {
      TableName: db.tables.main,
      Key: INVITATIONS.key(consultation, hash),
      UpdateExpression: `SET revoked = :yes REMOVE ${forgotten}`,
      ConditionExpression: IS_UNUSED,
      ExpressionAttributeValues: { ":yes": { BOOL: true }, ":no": { BOOL: false } },
    },
  });

/** The write that revokes a code; its condition fails when nobody could use that code any more. */
export const revocationOf = (db: Database, consultation: string, hash: string): Write =>
  revocation(db, consultation, hash, "label, expires");

/**
 * The writes that revoke an unused code and store another in its place. The old one leaves its group,
 * so that the group's number stays right.
 */
export const replacementOf = (
  db: Database,
  consultation: string,
  hash: string,
  replacement: UnusedInvitation,
): Write[] => [
  revocation(db, consultation, hash, "label, expires, groupId, piece, round"),
  putOf({
    TableName: db.tables.main,
    Item: unusedItem(consultation, replacement),
    ConditionExpression: IS_NEW,
  }),
];
