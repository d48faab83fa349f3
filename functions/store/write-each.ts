import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import type { Database } from "./database.ts";
import { itemsOf, type Write } from "./write.ts";

/**
 * Makes writes one after the other, each by itself; false when a condition does not hold, and then none of those
 * after it is made. For what must not stand in a transaction.
 */
export async function writeEach(db: Database, writes: readonly Write[]): Promise<boolean> {
  try {
    for (const { Put, Delete, Update } of writes.flatMap(itemsOf)) {
      if (Put !== undefined) await db.client.send(new PutItemCommand(Put));
      else if (Delete !== undefined) await db.client.send(new DeleteItemCommand(Delete));
      else if (Update !== undefined) await db.client.send(new UpdateItemCommand(Update));
      else throw new Error("a condition on something else holds in a transaction alone");
    }
    return true;
  } catch (failure) {
    if (failure instanceof ConditionalCheckFailedException) return false;
    throw failure;
  }
}
