import type { Consultation } from "../../domain/consultation/definition.ts";
import { type ShownCounts, shownCounts } from "../../domain/invitation/counts.ts";
import type { GroupView } from "../../web/invitation/view.ts";
import type { Services } from "../services.ts";
import { countInvitations } from "../store/count-invitations.ts";
import { listGroups } from "../store/invitation-groups.ts";

/** The day in UTC: what an expiry day is compared with. */
export const dayOf = (now: Date): string => now.toISOString().slice(0, 10);

/** The invitations of a consultation as far as organisers may see them. */
export async function invitationViews(
  { db, now }: Pick<Services, "db" | "now">,
  definition: Consultation,
): Promise<{ groups: GroupView[]; all: ShownCounts; invited: number }> {
  const at = now();
  const groups = await listGroups(db, definition.id);
  const counted = await countInvitations(db, definition.id, groups);
  const { disclosure } = definition;
  return {
    all: shownCounts(counted.all, disclosure),
    invited: counted.all.made - counted.all.revoked,
    groups: groups.map((group) => ({
      ...group,
      expired: group.expires !== undefined && group.expires < dayOf(at),
      counts: shownCounts(counted.groups.get(group.id)!, disclosure),
    })),
  };
}
