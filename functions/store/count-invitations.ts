import { paginateQuery } from "@aws-sdk/client-dynamodb";
import type { InvitationCounts } from "../../domain/invitation/counts.ts";
import type { Database } from "./database.ts";
import type { UnusedInvitation } from "./invitations.ts";
import type { Item } from "./damaged-item.ts";
import { known } from "./form.ts";
import { INVITATIONS } from "./keys.ts";
import type { StoredGroup } from "./invitation-groups.ts";

/** The counts of a consultation's invitations. Never shown as they are: `domain/invitation/counts.ts`. */
export interface CountedInvitations {
  all: InvitationCounts;
  groups: Map<string, InvitationCounts & Waiting>;
}

/** What of a group's codes is left to do. */
interface Waiting {
  /** Unused codes of which nobody has said that they have them. */
  unseen: number;
  /** Unused codes that the replacing of all has not come to. */
  toReplace: number;
}

/**
 * Counts all invitations of a consultation. A used one has left its group, so how many of a group
 * were used follows from what is left of it; which ones is not known to anybody.
 */
export async function countInvitations(
  db: Database,
  consultation: string,
  groups: readonly StoredGroup[],
): Promise<CountedInvitations> {
  const left = new Map(
    groups.map(({ id, piece, replacing }) => [
      id,
      { unused: 0, revoked: 0, unseen: 0, toReplace: 0, piece, replacing },
    ]),
  );
  const all: InvitationCounts = { made: 0, used: 0, revoked: 0 };
  for await (const item of everyInvitation(
    db,
    consultation,
    "used, revoked, groupId, piece, round",
  )) {
    const group = left.get(item["groupId"]?.S ?? "");
    const isRevoked = item["revoked"]?.BOOL === true;
    // Replaced by another code, which is counted in its stead.
    if (isRevoked && group === undefined) continue;
    // Nobody is known to have it: it counts as handed out when somebody says so.
    if (group?.piece !== undefined && item["piece"]?.S === group.piece) {
      if (!isRevoked) group.unseen += 1;
      continue;
    }
    all.made += 1;
    if (item["used"]?.BOOL === true) all.used += 1;
    else if (isRevoked) all.revoked += 1;
    if (group === undefined) continue;
    group[isRevoked ? "revoked" : "unused"] += 1;
    if (!isRevoked && group.replacing !== undefined && item["round"]?.S !== group.replacing) {
      group.toReplace += 1;
    }
  }
  return {
    all,
    groups: new Map(
      groups.map(({ id, made }) => {
        const { unused, revoked, unseen, toReplace } = left.get(id)!;
        const used = Math.max(0, made - unused - revoked);
        return [id, { made, used, revoked, unseen, toReplace }];
      }),
    ),
  };
}

/** The unused invitations of a group; of one label, if it is given. */
export async function unusedOfGroup(
  db: Database,
  consultation: string,
  group: StoredGroup,
  label?: string,
): Promise<UnusedInvitation[]> {
  const unused: UnusedInvitation[] = [];
  for await (const item of everyInvitation(
    db,
    consultation,
    "used, revoked, groupId, label, expires, piece, round",
  )) {
    if (item["groupId"]?.S !== group.id || item["revoked"]?.BOOL === true) continue;
    if (label !== undefined && item["label"]?.S !== label) continue;
    unused.push({
      hash: INVITATIONS.name(item),
      groupId: group.id,
      label: item["label"]?.S,
      expires: item["expires"]?.S,
      piece: item["piece"]?.S,
      round: item["round"]?.S,
    });
  }
  return unused;
}

/** Read without a schema: there may be a hundred thousand, and a mark that is no mark is none. */
async function* everyInvitation(
  db: Database,
  consultation: string,
  attributes: string,
): AsyncGenerator<Item> {
  for await (const { Items = [] } of paginateQuery(
    { client: db.client },
    {
      TableName: db.tables.main,
      ...INVITATIONS.every(consultation),
      ProjectionExpression: `pk, sk, form, ${attributes}`,
      ConsistentRead: true,
    },
  )) {
    for (const item of Items) yield known(item);
  }
}
