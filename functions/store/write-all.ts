import { TransactionCanceledException, TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import type { Database } from "./database.ts";
import { itemsOf, type Write } from "./write.ts";

/** How often writes are tried when others touch the same items at that moment. */
const TRIES = 8;

/** Makes all writes or none; false when a condition does not hold. Fails when others never let it through. */
export async function writeAll(db: Database, writes: readonly Write[]): Promise<boolean> {
  const TransactItems = writes.flatMap(itemsOf);
  for (let attempt = 1; ; attempt++) {
    try {
      await db.client.send(new TransactWriteItemsCommand({ TransactItems }));
      return true;
    } catch (failure) {
      if (!(failure instanceof TransactionCanceledException)) throw failure;
      const codes = failure.CancellationReasons?.map((reason) => reason.Code) ?? [];
      if (codes.includes("ConditionalCheckFailed")) return false;
      if (attempt === TRIES) throw failure;
      await new Promise((resolve) => setTimeout(resolve, 20 * attempt));
    }
  }
}
