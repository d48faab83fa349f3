/** Marks that something of a consultation was made up. They stay for good, and are read strongly consistent. */
import { GetItemCommand, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import type { Database } from "./database.ts";
import type { Item } from "./damaged-item.ts";
import { known } from "./form.ts";
import { simulatedKey } from "./keys.ts";

/**
 * Marks, for good, that simulated ballots are among a consultation's; call it before sending one. A demo is one
 * that had none before, and whose official responses are made up too; that mark stays as well.
 */
export async function markSimulated(
  db: Database,
  consultation: string,
  { demo = false }: { demo?: boolean } = {},
): Promise<void> {
  await db.client.send(
    new UpdateItemCommand({
      TableName: db.tables.main,
      Key: simulatedKey(consultation),
      ...(demo && {
        UpdateExpression: "SET demo = :true",
        ExpressionAttributeValues: { ":true": { BOOL: true } },
      }),
    }),
  );
}

/** Whether simulated ballots may be among a consultation's. */
export const isSimulated = async (db: Database, consultation: string): Promise<boolean> =>
  (await simulatedMark(db, consultation)) !== undefined;

/** Whether everything of a consultation was made up from its beginning. */
export const isDemo = async (db: Database, consultation: string): Promise<boolean> =>
  (await simulatedMark(db, consultation))?.["demo"]?.BOOL === true;

async function simulatedMark(db: Database, consultation: string): Promise<Item | undefined> {
  const { Item } = await db.client.send(
    new GetItemCommand({
      TableName: db.tables.main,
      Key: simulatedKey(consultation),
      ConsistentRead: true,
    }),
  );
  return Item && known(Item);
}
