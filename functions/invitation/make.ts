import {
  drawInvitation,
  INVITATION_LENGTH,
  type Invitation,
} from "../../domain/invitation/code.ts";
import type { InvitationGroup } from "../../domain/invitation/group.ts";
import { invitationHash } from "../secrets.ts";
import type { Services } from "../services.ts";
import { addInvitations, PART } from "../store/add-invitations.ts";
import { getGroup } from "../store/invitation-groups.ts";

/** A new code, which exists nowhere but here, and the label that organisers gave it. */
export interface MadeCode {
  code: Invitation;
  label: string | undefined;
}

/** The open piece of a group. */
type PieceOf = Pick<InvitationGroup, "id" | "expires"> & { piece: string };

type World = Pick<Services, "db" | "secret" | "random">;

/** Draws a code that nobody has, with the keyed hash under which it will be stored. */
export function drawNew({ secret, random }: Omit<World, "db">, consultation: string) {
  const code = drawInvitation(random(INVITATION_LENGTH));
  return { code, hash: invitationHash(secret, consultation, code) };
}

/**
 * Makes codes of a group's open piece, one for each label, a part at a time. What comes out is stored and counted
 * in the piece; whoever stops asking, or a failure, leaves the parts before as they are.
 */
export async function* makeCodes(
  world: World,
  consultation: string,
  group: PieceOf,
  labels: readonly (string | undefined)[],
): AsyncGenerator<MadeCode[]> {
  for (let begun = 0; begun < labels.length; begun += PART) {
    yield await makePart(world, consultation, group, labels.slice(begun, begun + PART));
  }
}

async function makePart(
  world: World,
  consultation: string,
  { id, expires, piece }: PieceOf,
  labels: readonly (string | undefined)[],
): Promise<MadeCode[]> {
  const drawn = labels.map((label) => ({ label, ...drawNew(world, consultation) }));
  const stored = await addInvitations(
    world.db,
    consultation,
    id,
    piece,
    drawn.map(({ label, hash }) => ({ hash, groupId: id, label, expires, piece })),
  );
  if (!stored) {
    const group = await getGroup(world.db, consultation, id);
    if (group?.piece !== piece) throw new Error("another piece of the group was begun");
    // A code that existed already: 80 bits make that next to impossible.
    return makePart(world, consultation, { id, expires, piece }, labels);
  }
  return drawn.map(({ code, label }) => ({ code, label }));
}
