import type { Database } from "./database.ts";
import { type UnusedInvitation, unusedItem } from "./invitations.ts";
import { GROUPS } from "./keys.ts";
import { IS_NEW } from "./put-if.ts";
import { putOf, writeOf } from "./write.ts";
import { writeAll } from "./write-all.ts";

/** How many invitations are stored at once: with the group's count, as many writes as may go together. */
export const PART = 99;

/**
 * Stores new, unused invitations of a group and counts them in, all or none; false when one of their
 * codes exists already. Whatever breaks off, a group never says more or less than what is stored.
 */
export const addInvitations = (
  db: Database,
  consultation: string,
  group: string,
  invitations: readonly UnusedInvitation[],
): Promise<boolean> =>
  writeAll(db, [
    writeOf({
      Update: {
        TableName: db.tables.main,
        Key: GROUPS.key(consultation, group),
        UpdateExpression: "SET made = made + :codes",
        ConditionExpression: "attribute_exists(pk)",
        ExpressionAttributeValues: { ":codes": { N: String(invitations.length) } },
      },
    }),
    ...invitations.map((one) =>
      putOf({
        TableName: db.tables.main,
        Item: unusedItem(consultation, one),
        ConditionExpression: IS_NEW,
      }),
    ),
  ]);
