import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import type { Database } from "../database.ts";
import { invitationKey, IS_UNUSED, type UnusedInvitation, unusedItem } from "../invitations.ts";
import { IS_NEW } from "../put-if.ts";

const revocation = (db: Database, consultation: string, hash: string, forgotten: string) => ({
  TableName: db.tables.main,
  Key: invitationKey(consultation, hash),
  UpdateExpression: `SET revoked = :yes REMOVE ${forgotten}`,
  ConditionExpression: IS_UNUSED,
  ExpressionAttributeValues: { ":yes": { BOOL: true }, ":no": { BOOL: false } },
});

/** The write that revokes a code; its condition fails when nobody could use that code any more. */
export const revocationOf = (db: Database, consultation: string, hash: string) =>
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
): TransactWriteItem[] => [
  { Update: revocation(db, consultation, hash, "label, expires, groupId, part") },
  {
    Put: {
      TableName: db.tables.main,
      Item: unusedItem(consultation, replacement),
      ConditionExpression: IS_NEW,
    },
  },
];

/** Revokes a code that nobody has used; false when there is no such code. A used one stays used. */
export async function revokeInvitation(
  db: Database,
  consultation: string,
  hash: string,
): Promise<boolean> {
  try {
    await db.client.send(new UpdateItemCommand(revocationOf(db, consultation, hash)));
    return true;
  } catch (failure) {
    if (failure instanceof ConditionalCheckFailedException) return false;
    throw failure;
  }
}

/** Replaces an unused code by another, both or neither; false when it has been used or revoked. */
export async function replaceInvitation(
  db: Database,
  consultation: string,
  hash: string,
  replacement: UnusedInvitation,
): Promise<boolean> {
  const TransactItems = replacementOf(db, consultation, hash, replacement);
  try {
    await db.client.send(new TransactWriteItemsCommand({ TransactItems }));
    return true;
  } catch (failure) {
    if (!(failure instanceof TransactionCanceledException)) throw failure;
    const codes = failure.CancellationReasons?.map((reason) => reason.Code) ?? [];
    if (codes.includes("ConditionalCheckFailed")) return false;
    throw failure;
  }
}
