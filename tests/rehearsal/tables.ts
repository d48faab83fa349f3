import {
  CreateTableCommand,
  type CreateTableCommandInput,
  type DynamoDBClient,
  UpdateTimeToLiveCommand,
} from "@aws-sdk/client-dynamodb";
import type { Resolving } from "./resolve.ts";
import type { Stack } from "./stacks.ts";

/** A table as its template says, and by which attribute its items lie together. */
export interface Table {
  arn: string;
  partitionKey: string;
}

/** Makes every table of the stacks as its template says: keys, stream and expiry, and nothing that the code knows of them. */
export async function makeTables(
  client: DynamoDBClient,
  stacks: readonly Stack[],
  { valueOf, arnOf }: Resolving,
): Promise<Map<string, Table>> {
  const made = new Map<string, Table>();
  for (const stack of stacks) {
    for (const [id, { Type, Properties }] of Object.entries(stack.resources)) {
      if (Type !== "AWS::DynamoDB::Table") continue;
      const said = valueOf(stack, Properties);
      const TableName = valueOf(stack, { Ref: id }) as string;
      const { AttributeDefinitions, BillingMode, KeySchema } = said as CreateTableCommandInput;
      const { StreamSpecification: stream, TimeToLiveSpecification } = said;
      await client.send(
        new CreateTableCommand({
          TableName,
          AttributeDefinitions,
          BillingMode,
          KeySchema,
          ...(stream && { StreamSpecification: { StreamEnabled: true, ...stream } }),
        }),
      );
      if (TimeToLiveSpecification !== undefined) {
        await client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));
      }
      const partitionKey = KeySchema!.find(({ KeyType }) => KeyType === "HASH")!.AttributeName!;
      made.set(TableName, { arn: arnOf(stack, id), partitionKey });
    }
  }
  return made;
}
