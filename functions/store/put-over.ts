import { ConditionalCheckFailedException, PutItemCommand } from "@aws-sdk/client-dynamodb";
import type { Item } from "./damaged-item.ts";
import type { Database } from "./database.ts";
import { formIn } from "./form.ts";
import { type Kind, KINDS } from "./kinds.ts";
import type { TableName } from "./table.ts";

/**
 * Writes a whole item over whatever is there, durable when it ends: of two at once the later stays. What a newer
 * program wrote is left as it is, and that is `NewerForm`.
 */
export async function putOver(
  db: Database,
  table: TableName,
  kind: Kind,
  item: Item,
): Promise<void> {
  const put = new PutItemCommand({
    TableName: db.tables[table],
    Item: item,
    ConditionExpression: "attribute_not_exists(form) OR form <= :newest",
    ExpressionAttributeValues: { ":newest": { N: String(KINDS[kind].reads) } },
    ReturnValuesOnConditionCheckFailure: "ALL_OLD",
  });
  try {
    await db.client.send(put);
  } catch (failure) {
    if (failure instanceof ConditionalCheckFailedException && failure.Item) formIn(failure.Item);
    throw failure;
  }
}
