/**
 * How fast something is attempted by all together: nothing about who attempts it is known or kept. In
 * the table that no backup holds, and gone soon after. An attempt is counted by a conditional update of
 * one number, read strongly consistent: whoever is told true was counted, and one who was told of a
 * failure may have been.
 */
import {
  ConditionalCheckFailedException,
  GetItemCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { farthest } from "../../domain/rate-limit.ts";
import type { Database } from "./database.ts";
import { parsed } from "./item.ts";
import { type LimitKind, limitKey } from "./keys.ts";

/** What is limited: a kind of thing, and which of that kind. */
export interface Limited {
  kind: LimitKind;
  which: string;
}

/** Seconds after which an item that nobody changed is of no use. */
export const LIMIT_SECONDS = 60 * 60;

/** When the next attempt is due (domain/rate-limit.ts), in ms; `undefined` when there was none lately. */
export async function getDue(db: Database, what: Limited): Promise<number | undefined> {
  const { Item } = await db.client.send(
    new GetItemCommand({
      TableName: db.tables.ephemeral,
      Key: limitKey(what.kind, what.which),
      ConsistentRead: true,
    }),
  );
  return Item && parsed(Item, z.object({ ahead: z.number() })).ahead;
}

/**
 * Counts one attempt: moves that moment on from where it is, or from now if it lies behind. False, and
 * nothing is moved, when it is farther ahead than `most` ms. However many come at once, each that is
 * told true was counted. What lies far beyond that was written by a clock that was wrong, and is begun anew.
 */
export async function moveDue(
  db: Database,
  what: Limited,
  now: number,
  { everyMs, most }: { everyMs: number; most: number },
): Promise<boolean> {
  const move = async (expression: string, condition: string, more: Record<string, number>) => {
    const values = {
      ":now": now,
      ":costs": everyMs,
      ":gone": Math.floor(now / 1_000) + LIMIT_SECONDS,
    };
    try {
      await db.client.send(
        new UpdateItemCommand({
          TableName: db.tables.ephemeral,
          Key: limitKey(what.kind, what.which),
          UpdateExpression: `SET ahead = ${expression}, expiresAt = :gone`,
          ConditionExpression: condition,
          ExpressionAttributeValues: Object.fromEntries(
            Object.entries({ ...values, ...more }).map(([name, value]) => [
              name,
              { N: String(value) },
            ]),
          ),
        }),
      );
      return true;
    } catch (failure) {
      if (failure instanceof ConditionalCheckFailedException) return false;
      throw failure;
    }
  };
  const onward = () =>
    move("ahead + :costs", "ahead > :now AND ahead <= :most", { ":most": now + most });
  // What lies farther ahead than that, a clock has written that was ahead.
  const anew = () =>
    move(":now + :costs", "attribute_not_exists(ahead) OR ahead <= :now OR ahead > :far", {
      ":far": now + farthest(most, { everyMs }),
    });
  // Another may have moved it between the two.
  for (const step of [onward, anew, onward]) if (await step()) return true;
  return false;
}
