/**
 * Codes are made in pieces, each for one answer. While nobody has said that they have the codes of a piece, it is open: its codes
 * count as handed out nowhere, no other piece of the group is begun, and they can be made anew.
 */
import { PIECE } from "../../domain/invitation/group.ts";
import type { Services } from "../services.ts";
import { unusedOfGroup } from "../store/count-invitations.ts";
import type { StoredGroup } from "../store/invitation-groups.ts";
import { pieceAnew, pieceBegun, pieceSeen } from "../store/invitation-pieces.ts";
import type { UnusedInvitation } from "../store/invitations.ts";
import { forgottenLabels, labelsFrom } from "../store/waiting-labels.ts";
import type { Write } from "../store/write.ts";
import { writeAll } from "../store/write-all.ts";

type World = Pick<Services, "db" | "random">;

/** Random bytes in the name of a piece. */
const NAME_BYTES = 8;

export const newPiece = ({ random }: Pick<Services, "random">): string =>
  Buffer.from(random(NAME_BYTES)).toString("hex");

/** Begins a piece of a group, in the turn that a form names; `undefined` where that is over, or one is open. */
export async function beginPiece(
  world: World,
  consultation: string,
  group: string,
  turn: number,
): Promise<string | undefined> {
  const piece = newPiece(world);
  const begun = await writeAll(world.db, [
    pieceBegun(world.db, consultation, group, { piece, turn }),
  ]);
  return begun ? piece : undefined;
}

/** The labels of the codes that come next in a group, one for each; at most as many as one answer holds. */
export async function nextLabels(
  { db }: Pick<World, "db">,
  consultation: string,
  { id, wanted, made }: StoredGroup,
): Promise<(string | undefined)[]> {
  const labels = await labelsFrom(db, consultation, id, made);
  const count = Math.max(0, Math.min(PIECE, wanted - made));
  return labels.length > 0
    ? labels.slice(0, count)
    : Array.from({ length: count }, () => undefined);
}

/** Counts the open piece as handed out, and forgets the labels that have their codes; false where it is not that piece. */
export function seen(
  { db }: Pick<World, "db">,
  consultation: string,
  { id, piece = "", made, unseen = 0, wanted, labelled }: StoredGroup,
): Promise<boolean> {
  const labels: Write[] =
    labelled === true ? forgottenLabels(db, consultation, id, made, made + unseen, wanted) : [];
  return writeAll(db, [pieceSeen(db, consultation, id, { piece, unseen }), ...labels]);
}

/** The codes of the open piece, if they are all as they were made: of which one was used or revoked, somebody has seen them. */
export async function unseenCodes(
  { db }: Pick<World, "db">,
  consultation: string,
  group: StoredGroup,
): Promise<UnusedInvitation[] | undefined> {
  const { piece, unseen = 0 } = group;
  const unused = await unusedOfGroup(db, consultation, group);
  const own = unused.filter((one) => piece !== undefined && one.piece === piece);
  return own.length === unseen && unseen > 0 ? own : undefined;
}

/** The write that begins to make a piece anew, in the turn that a form names. */
export const anew = (
  { db }: Pick<World, "db">,
  consultation: string,
  { id, piece = "" }: StoredGroup,
  turn: number,
): Write => pieceAnew(db, consultation, id, { piece, turn });
