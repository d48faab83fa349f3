import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
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

/** Revokes a code that nobody has used; false when there is no such code. A used one stays used. */
export async function revokeInvitation(
  db: Database,
  consultation: string,
  hash: string,
): Promise<boolean> {
  try {
    const update = revocation(db, consultation, hash, "label, expires");
    await db.client.send(new UpdateItemCommand(update));
    return true;
  } catch (failure) {
    if (failure instanceof ConditionalCheckFailedException) return false;
    throw failure;
  }
}

/**
 * Revokes an unused code and stores another in its place, both or neither; false when the old one
 * has been used or revoked. The old one leaves its group, so that the group's number stays right.
 */
export async function replaceInvitation(
  db: Database,
  consultation: string,
  hash: string,
  replacement: UnusedInvitation,
): Promise<boolean> {
  try {
    await db.client.send(
      new TransactWriteItemsCommand({
        TransactItems: [
          { Update: revocation(db, consultation, hash, "label, expires, groupId, part") },
          {
            Put: {
              TableName: db.tables.main,
              Item: unusedItem(consultation, replacement),
              ConditionExpression: IS_NEW,
            },
          },
        ],
      }),
    );
    return true;
  } catch (failure) {
    if (!(failure instanceof TransactionCanceledException)) throw failure;
    const codes = failure.CancellationReasons?.map((reason) => reason.Code) ?? [];
    if (codes.includes("ConditionalCheckFailed")) return false;
    throw failure;
  }
}
