import { ConditionalCheckFailedException, PutItemCommand } from "@aws-sdk/client-dynamodb";
import type { Database } from "./database.ts";

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
  try {
    await db.client.send(
      new PutItemCommand({
        TableName: db.tables.main,
        Item: { ...invitationKey(consultation, hash), used: { BOOL: false } },
        ConditionExpression: "attribute_not_exists(pk)",
      }),
    );
    return true;
  } catch (failure) {
    if (failure instanceof ConditionalCheckFailedException) return false;
    throw failure;
  }
}
