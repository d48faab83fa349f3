/** Names that are longer than a key of the store can be: of these there is nothing, and no need to ask. */
import type { AttributeValue, DynamoDBClient } from "@aws-sdk/client-dynamodb";

/** Most bytes of the two parts of a key (DynamoDB, "Quotas"). */
const MOST_BYTES: Readonly<Record<string, number>> = { pk: 2_048, sk: 1_024 };

const isTooLong = (key: Readonly<Record<string, AttributeValue>>): boolean =>
  Object.entries(key).some(
    ([name, { S = "" }]) => Buffer.byteLength(S) > (MOST_BYTES[name] ?? Infinity),
  );

/**
 * The same client, for which an item under too long a key is one that is not there. The store itself would call the
 * read wrong, and whoever asked for something by a name that they made up would be told of a failure of ours.
 */
export function withoutTooLong(client: DynamoDBClient): DynamoDBClient {
  client.middlewareStack.add(
    (next, { commandName }) =>
      (args) => {
        const { Key } = args.input as { Key?: Record<string, AttributeValue> };
        return commandName === "GetItemCommand" && Key !== undefined && isTooLong(Key)
          ? Promise.resolve({ output: { $metadata: {} }, response: undefined })
          : next(args);
      },
    { step: "initialize", name: "tooLongMiddleware" },
  );
  return client;
}
