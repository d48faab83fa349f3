import { ConditionalCheckFailedException, DeleteItemCommand } from "@aws-sdk/client-dynamodb";
import type { Database } from "./database.ts";
import type { Item } from "./item.ts";

/**
 * Deletes an item of the ephemeral table and gives what it was; `undefined` where there was none. Of several who take one
 * at once a single one gets it: DynamoDB Local gives it to more, unless each asks that it be there.
 */
export async function takeItem(
  db: Database,
  key: Record<"pk" | "sk", { S: string }>,
): Promise<Item | undefined> {
  const take = new DeleteItemCommand({
    TableName: db.tables.ephemeral,
    Key: key,
    ConditionExpression: "attribute_exists(pk)",
    ReturnValues: "ALL_OLD",
  });
  return db.client.send(take).then(
    ({ Attributes }) => Attributes,
    (failure: unknown) => {
      if (failure instanceof ConditionalCheckFailedException) return undefined;
      throw failure;
    },
  );
}
