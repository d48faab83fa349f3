/**
 * What protects a consultation's figures, in one item. Written only where none is, so of several that try
 * the first decides for all and what is read back is what counts; after that only the secret is removed,
 * in the transaction that ends the deletion of the ballots. Durable when the write ends; read strongly
 * consistent. A failure leaves either nothing or the whole item.
 */
import { GetItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { SCHEDULES } from "../../domain/disclosure/policy.ts";
import type { ReleasePlan } from "../../domain/disclosure/schedule.ts";
import type { Database } from "./database.ts";
import { bytes, count, json, moment, parsed } from "./item.ts";
import { protectionKey } from "./keys.ts";
import { IS_NEW, putIf } from "./put-if.ts";
import { putOf, type Write, writeOf } from "./write.ts";

/**
 * What protects a consultation's figures: when it publishes, and the secret of its noise. Fixed when
 * it opens and never changed: with another secret, or another plan, the noise of older releases could
 * be taken off newer ones. It is the consultation's own, so that no change of other secrets touches it.
 */
export interface Protection {
  plan: ReleasePlan;
  secret: Uint8Array;
}

/** As it is kept: the secret goes with the ballots, and nobody can take the noise off any more. */
export interface StoredProtection {
  plan: ReleasePlan;
  secret: Uint8Array | undefined;
}

const form = z.object({
  plan: json(z.object({ every: z.enum(SCHEDULES), startsAt: moment, releases: count })),
  secret: z.optional(bytes),
});

/** The protection of a consultation; `undefined` before it is fixed. */
export async function loadProtection(
  db: Database,
  consultation: string,
): Promise<StoredProtection | undefined> {
  const { Item } = await db.client.send(
    new GetItemCommand({
      TableName: db.tables.main,
      Key: protectionKey(consultation),
      ConsistentRead: true,
    }),
  );
  if (Item === undefined) return undefined;
  const { plan, secret } = parsed(Item, form);
  return { plan, secret };
}

/** Fixes the protection of a consultation; the first of several that try decides for all. */
export async function fixProtection(
  db: Database,
  consultation: string,
  { plan, secret }: Protection,
): Promise<StoredProtection> {
  await putIf(
    db,
    putOf({
      TableName: db.tables.main,
      Item: {
        ...protectionKey(consultation),
        plan: { S: JSON.stringify(plan) },
        secret: { B: secret },
      },
      ConditionExpression: IS_NEW,
    }),
  );
  return (await loadProtection(db, consultation))!;
}

/** The write that forgets the secret of a consultation whose ballots are gone; the plan stays. */
export const forgetSecretWrite = (db: Database, consultation: string): Write =>
  writeOf({
    Update: {
      TableName: db.tables.main,
      Key: protectionKey(consultation),
      UpdateExpression: "REMOVE secret",
      ConditionExpression: "attribute_exists(pk)",
    },
  });
