import { GetItemCommand, type TransactWriteItem } from "@aws-sdk/client-dynamodb";
import type { ReleasePlan } from "../../domain/disclosure/schedule.ts";
import type { Database } from "./database.ts";
import { IS_NEW, putIf } from "./put-if.ts";

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

const key = (consultation: string) => ({
  pk: { S: `C#${consultation}` },
  sk: { S: "PROTECTION" },
});

/** The protection of a consultation, strongly consistent; `undefined` before it is fixed. */
export async function loadProtection(
  db: Database,
  consultation: string,
): Promise<StoredProtection | undefined> {
  const { Item } = await db.client.send(
    new GetItemCommand({ TableName: db.tables.main, Key: key(consultation), ConsistentRead: true }),
  );
  const plan = Item?.["plan"]?.S;
  if (plan === undefined) return undefined;
  return { plan: JSON.parse(plan) as ReleasePlan, secret: Item?.["secret"]?.B };
}

/** Fixes the protection of a consultation; the first of several that try decides for all. */
export async function fixProtection(
  db: Database,
  consultation: string,
  { plan, secret }: Protection,
): Promise<StoredProtection> {
  await putIf(db, {
    TableName: db.tables.main,
    Item: {
      ...key(consultation),
      plan: { S: JSON.stringify(plan) },
      secret: { B: secret },
    },
    ConditionExpression: IS_NEW,
  });
  return (await loadProtection(db, consultation))!;
}

/** The write that forgets the secret of a consultation whose ballots are gone; the plan stays. */
export const forgetSecretWrite = (db: Database, consultation: string): TransactWriteItem => ({
  Update: {
    TableName: db.tables.main,
    Key: key(consultation),
    UpdateExpression: "REMOVE secret",
    ConditionExpression: "attribute_exists(pk)",
  },
});
