/**
 * Things of the ephemeral table that count once: written only where none is, used up by being deleted, whoever asks. The
 * table forgets old ones late, so each says until when it counts.
 */
import { ConditionalCheckFailedException, DeleteItemCommand } from "@aws-sdk/client-dynamodb";
import type { Database } from "./database.ts";
import type { Item } from "./damaged-item.ts";
import { IS_NEW, putIf } from "./put-if.ts";
import { putOf } from "./write.ts";

type Key = Record<"pk" | "sk", { S: string }>;

/** Stores something that counts until `endsAt`, in ms. Throws where there is one of that name, which chance alone never makes. */
export async function putOneTime(db: Database, key: Key, given: Item, endsAt: number) {
  const isNew = await putIf(
    db,
    putOf({
      TableName: db.tables.ephemeral,
      Item: {
        ...key,
        ...given,
        endsAt: { N: String(endsAt) },
        expiresAt: { N: String(Math.ceil(endsAt / 1000)) },
      },
      ConditionExpression: IS_NEW,
    }),
  );
  if (!isNew) throw new Error("the random source has repeated itself");
}

/**
 * Deletes it and gives what it was; `undefined` where there was none. Of several who take one at once a single one gets
 * it: DynamoDB Local gives it to more, unless each asks that it be there.
 */
export async function takeOneTime(db: Database, key: Key): Promise<Item | undefined> {
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
