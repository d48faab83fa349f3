import type { Problem } from "../../domain/problem.ts";
import type { Acting } from "../organiser/acting.ts";
import { record } from "../organiser/log.ts";
import type { Services } from "../services.ts";
import { revocationOf } from "../store/change-invitations.ts";
import { unusedOfGroup } from "../store/count-invitations.ts";
import type { StoredGroup } from "../store/invitation-groups.ts";
import type { UnusedInvitation } from "../store/invitations.ts";
import { revokeCodes } from "../invitation/reissue.ts";

/** Revokes one unused code of a group, or without one all of them; those used meanwhile stay used. */
export async function revoke(
  services: Services,
  actor: Acting,
  group: StoredGroup,
  one: UnusedInvitation | undefined,
): Promise<Problem | undefined> {
  const { db } = services;
  const id = actor.consultation;
  const before = loggedGroup(group);
  if (one !== undefined) {
    const update = revocationOf(db, id, one.hash);
    const act = { action: "invitation-revoked" as const, before, after: null };
    const done = await record(services, id, actor, act, [update]);
    return done === undefined ? { problem: "invitation-not-unused" } : undefined;
  }
  await record(services, id, actor, { action: "invitations-revoked", before, after: null });
  await revokeCodes(services, id, await unusedOfGroup(db, id, group));
  return undefined;
}

/** A group as the log tells of it. */
export const loggedGroup = ({ id, label }: Pick<StoredGroup, "id" | "label">) => ({
  group: id,
  label,
});
