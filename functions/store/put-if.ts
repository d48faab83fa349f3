import { ConditionalCheckFailedException, PutItemCommand } from "@aws-sdk/client-dynamodb";
import type { Database } from "./database.ts";
import { commandOf, type ConditionalPut } from "./write.ts";

/** The condition of an item that must not be there yet. */
export const IS_NEW = "attribute_not_exists(pk)";

/** Writes an item under its condition; false when the condition does not hold. */
export async function putIf(db: Database, put: ConditionalPut): Promise<boolean> {
  try {
    await db.client.send(new PutItemCommand(commandOf(put)));
    return true;
  } catch (failure) {
    if (failure instanceof ConditionalCheckFailedException) return false;
    throw failure;
  }
}
