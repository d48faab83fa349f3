import { GetItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import type { Database } from "./database.ts";
import type { Item } from "./damaged-item.ts";
import { parsed } from "./item.ts";
import { INVITATIONS } from "./keys.ts";

/** An invitation that nobody has used yet. The label is the organisers' own; the day is in the zone of the consultation. */
export interface UnusedInvitation {
  hash: string;
  groupId: string;
  label?: string | undefined;
  expires?: string | undefined;
  /** The piece that it was made in, and the replacing of all codes that made it, if one did. */
  piece?: string | undefined;
  round?: string | undefined;
}

export const unusedItem = (
  consultation: string,
  { hash, groupId, label, expires, piece, round }: UnusedInvitation,
): Item => ({
  ...INVITATIONS.key(consultation, hash),
  used: { BOOL: false },
  groupId: { S: groupId },
  ...(label !== undefined && { label: { S: label } }),
  ...(expires !== undefined && { expires: { S: expires } }),
  ...(piece !== undefined && { piece: { S: piece } }),
  ...(round !== undefined && { round: { S: round } }),
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
  Key: INVITATIONS.key(consultation, hash),
  UpdateExpression: "SET used = :yes REMOVE groupId, label, expires, piece, round",
  ConditionExpression: `${IS_UNUSED} AND (attribute_not_exists(expires) OR expires >= :today)`,
  ExpressionAttributeValues: {
    ":yes": { BOOL: true },
    ":no": { BOOL: false },
    ":today": { S: today },
  },
});

const form = z.object({
  used: z.boolean(),
  revoked: z.optional(z.boolean()),
  expires: z.optional(z.string()),
});

/**
 * Whether a code may be used on a day. One read, whatever the code is: it spares the two writes of a transaction that would be
 * refused, and decides nothing, for the transaction asks again.
 */
export async function isUsable(
  db: Database,
  consultation: string,
  hash: string,
  today: string,
): Promise<boolean> {
  const { Item } = await db.client.send(
    new GetItemCommand({
      TableName: db.tables.main,
      Key: INVITATIONS.key(consultation, hash),
      ConsistentRead: true,
    }),
  );
  if (Item === undefined) return false;
  const { used, revoked, expires } = parsed(Item, form);
  return !used && revoked === undefined && (expires ?? today) >= today;
}
