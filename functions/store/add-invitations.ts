import type { Database } from "./database.ts";
import { type UnusedInvitation, unusedItem } from "./invitations.ts";
import { pieceGrown } from "./invitation-pieces.ts";
import { IS_NEW } from "./put-if.ts";
import { putOf } from "./write.ts";
import { writeAll } from "./write-all.ts";

/** How many invitations are stored at once: with the group's count, as many writes as may go together. */
export const PART = 99;

/**
 * Stores new, unused invitations of a group's open piece and counts them in, all or none; false when one of their
 * codes exists already, or the piece is another one. Whatever breaks off, a group never says more or less than what is stored.
 */
export const addInvitations = (
  db: Database,
  consultation: string,
  group: string,
  piece: string,
  invitations: readonly UnusedInvitation[],
): Promise<boolean> =>
  writeAll(db, [
    pieceGrown(db, consultation, group, piece, invitations.length),
    ...invitations.map((one) =>
      putOf({
        TableName: db.tables.main,
        Item: unusedItem(consultation, one),
        ConditionExpression: IS_NEW,
      }),
    ),
  ]);
