/**
 * How fast wrong invitation codes come in, for each consultation as a whole: nothing about who sends
 * them is known or kept. In the table that no backup holds, and gone soon after.
 */
import {
  ConditionalCheckFailedException,
  GetItemCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { FARTHEST_AHEAD, WRONG_CODE_COSTS } from "../../domain/inviting/wrong-codes.ts";
import type { Database } from "./database.ts";

const limitKey = (consultation: string) => ({
  pk: { S: "WRONG-CODES" },
  sk: { S: consultation },
});

/** Seconds after which an item that nobody changed is of no use. */
const KEEP = 60 * 60;

/** The moment (ms) up to which wrong codes have moved the limit; `undefined` when there were none. */
export async function wrongCodesAhead(
  db: Database,
  consultation: string,
): Promise<number | undefined> {
  const { Item } = await db.client.send(
    new GetItemCommand({
      TableName: db.tables.ephemeral,
      Key: limitKey(consultation),
      ConsistentRead: true,
    }),
  );
  const ahead = Item?.["ahead"]?.N;
  return ahead === undefined ? undefined : Number(ahead);
}

/** Counts one wrong code: moves the moment on from where it is, or from now if it lies behind. */
export async function countWrongCode(
  db: Database,
  consultation: string,
  now: number,
): Promise<void> {
  const move = async (expression: string, condition: string, more: Record<string, number>) => {
    const values = { ":now": now, ":gone": Math.floor(now / 1_000) + KEEP, ...more };
    try {
      await db.client.send(
        new UpdateItemCommand({
          TableName: db.tables.ephemeral,
          Key: limitKey(consultation),
          UpdateExpression: `SET ahead = ${expression}, expiresAt = :gone`,
          ConditionExpression: condition,
          ExpressionAttributeValues: Object.fromEntries(
            Object.entries(values).map(([name, value]) => [name, { N: String(value) }]),
          ),
        }),
      );
      return true;
    } catch (failure) {
      if (failure instanceof ConditionalCheckFailedException) return false;
      throw failure;
    }
  };
  const costs = { ":costs": WRONG_CODE_COSTS };
  const onward = () =>
    move("ahead + :costs", "ahead > :now AND ahead < :most", {
      ...costs,
      ":most": now + FARTHEST_AHEAD,
    });
  const anew = () => move(":now + :costs", "attribute_not_exists(ahead) OR ahead <= :now", costs);
  // Another may have moved it between the two; and beyond the farthest nothing moves it.
  for (const step of [onward, anew, onward]) if (await step()) return;
}
