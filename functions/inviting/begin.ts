import type { CodeForm, InvitationGroup } from "../../domain/invitation/group.ts";
import type { Problem } from "../../domain/problem.ts";
import type { Acting } from "../organiser/acting.ts";
import { record } from "../organiser/log.ts";
import type { Services } from "../services.ts";
import { groupPut } from "../store/invitation-groups.ts";
import { labelWrites } from "../store/waiting-labels.ts";

/** Random bytes in the id of a group; the form that makes it carries the id, so that it makes it once. */
const ID_BYTES = 8;
export const GROUP_ID = /^[0-9a-f]{16}$/;

export const newGroupId = ({ random }: Pick<Services, "random">): string =>
  Buffer.from(random(ID_BYTES)).toString("hex");

/** Begins a group of so many codes, with its entry in the log; refused where it was begun before. */
export async function beginGroup(
  services: Services,
  actor: Acting,
  group: InvitationGroup,
  count: number,
  { labels, ...how }: { labels: readonly string[]; form?: CodeForm; language?: string },
): Promise<Problem | undefined> {
  const { consultation } = actor;
  const { id, label, expires } = group;
  const begun = await record(
    services,
    consultation,
    actor,
    {
      action: "invitations-made",
      before: null,
      after: { group: id, label, count, expires: expires ?? null },
    },
    [
      groupPut(services.db, consultation, group, count, { ...how, labelled: labels.length > 0 }),
      ...labelWrites(services.db, consultation, id, labels),
    ],
  );
  return begun === undefined ? { problem: "invitations-made" } : undefined;
}
