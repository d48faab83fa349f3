import type { Consultation } from "../../domain/consultation/definition.ts";
import { dayIn } from "../../domain/consultation/time-zone.ts";
import { type ShownCounts, shownCounts, whyUnlisted } from "../../domain/invitation/counts.ts";
import type { GroupView } from "../../web/invitation/view.ts";
import type { Services } from "../services.ts";
import { countInvitations } from "../store/count-invitations.ts";
import { listGroups } from "../store/invitation-groups.ts";

/** The invitations of a consultation as far as organisers may see them. */
export async function invitationViews(
  { db, now }: Pick<Services, "db" | "now">,
  definition: Consultation,
): Promise<{ groups: GroupView[]; all: ShownCounts; invited: number }> {
  const today = dayIn(definition.timeZone, now());
  const groups = await listGroups(db, definition.id);
  const counted = await countInvitations(db, definition.id, groups);
  const { disclosure, experts } = definition;
  return {
    all: shownCounts(counted.all, disclosure),
    invited: counted.all.made - counted.all.revoked,
    groups: groups.map((group) => {
      const left = counted.groups.get(group.id)!;
      const counts = shownCounts(left, disclosure);
      return {
        ...group,
        expired: group.expires !== undefined && group.expires < today,
        counts,
        left: { unseen: group.unseen ?? 0, toReplace: left.toReplace, turn: group.turn ?? 0 },
        unlisted: whyUnlisted(counts, experts),
      };
    }),
  };
}
