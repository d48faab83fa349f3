import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import type { Database } from "./database.ts";

export const INVITATION = "INVITATION#";

/** Where an invitation is kept: under the keyed hash of its code, which alone says nothing. */
export const invitationKey = (consultation: string, hash: string) => ({
  pk: { S: `C#${consultation}` },
  sk: { S: INVITATION + hash },
});

/** An invitation that nobody has used yet. The label is the organisers' own; the day is in UTC. */
export interface UnusedInvitation {
  hash: string;
  groupId: string;
  label?: string | undefined;
  expires?: string | undefined;
}

export const unusedItem = (
  consultation: string,
  { hash, groupId, label, expires }: UnusedInvitation,
): Record<string, AttributeValue> => ({
  ...invitationKey(consultation, hash),
  used: { BOOL: false },
  groupId: { S: groupId },
  ...(label !== undefined && { label: { S: label } }),
  ...(expires !== undefined && { expires: { S: expires } }),
});

/** The condition of a code that nobody has used and nobody has revoked. */
export const IS_UNUSED = "used = :no AND attribute_not_exists(revoked)";

/**
 * Uses a code up, as one half of the transaction that stores the ballot. Expiry and revocation are
 * checked here, at the very write. What is left says that it was used, and nothing else: neither
 * group nor label nor day, so that no later look at it can be laid beside the ballots.
 */
export const useInvitation = (db: Database, consultation: string, hash: string, today: string) => ({
  TableName: db.tables.main,
  Key: invitationKey(consultation, hash),
  UpdateExpression: "SET used = :yes REMOVE groupId, label, expires",
  ConditionExpression: `${IS_UNUSED} AND (attribute_not_exists(expires) OR expires >= :today)`,
  ExpressionAttributeValues: {
    ":yes": { BOOL: true },
    ":no": { BOOL: false },
    ":today": { S: today },
  },
});
