import {
  drawInvitation,
  INVITATION_LENGTH,
  type Invitation,
} from "../../domain/invitation/code.ts";
import type { InvitationGroup } from "../../domain/invitation/group.ts";
import { invitationHash } from "../secrets.ts";
import type { Services } from "../services.ts";
import { addInvitations, PART } from "../store/add-invitations.ts";

/** A new code, which exists nowhere but here, and the label that organisers gave it. */
export interface MadeCode {
  code: Invitation;
  label: string | undefined;
}

type World = Pick<Services, "db" | "secret" | "random">;

/** Draws a code that nobody has, with the keyed hash under which it will be stored. */
export function drawNew({ secret, random }: Omit<World, "db">, consultation: string) {
  const code = drawInvitation(random(INVITATION_LENGTH));
  return { code, hash: invitationHash(secret, consultation, code) };
}

/**
 * Makes the codes of a group that has been begun, one for each label, a part at a time. What comes out
 * is stored and counted; whoever stops asking, or a failure, leaves the parts before as they are.
 */
export async function* makeCodes(
  world: World,
  consultation: string,
  group: Pick<InvitationGroup, "id" | "expires">,
  labels: readonly (string | undefined)[],
): AsyncGenerator<MadeCode[]> {
  for (let begun = 0; begun < labels.length; begun += PART) {
    yield await makePart(world, consultation, group, labels.slice(begun, begun + PART));
  }
}

async function makePart(
  world: World,
  consultation: string,
  { id, expires }: Pick<InvitationGroup, "id" | "expires">,
  labels: readonly (string | undefined)[],
): Promise<MadeCode[]> {
  const drawn = labels.map((label) => ({ label, ...drawNew(world, consultation) }));
  const stored = await addInvitations(
    world.db,
    consultation,
    id,
    drawn.map(({ label, hash }) => ({ hash, groupId: id, label, expires })),
  );
  // A code that existed already: 80 bits make that next to impossible. The group has been begun.
  if (!stored) return makePart(world, consultation, { id, expires }, labels);
  return drawn.map(({ code, label }) => ({ code, label }));
}
