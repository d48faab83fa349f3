import { drawInvitation, INVITATION_LENGTH, type Invitation } from "../../domain/invitation.ts";
import { invitationHash } from "../secrets.ts";
import type { Services } from "../services.ts";
import { addInvitation } from "../store/invitations.ts";

/** How many invitations are stored at once. */
const TOGETHER = 32;

/** Makes new invitations; the codes exist nowhere but in what this returns. */
export async function makeInvitations(
  { db, secret, random }: Pick<Services, "db" | "secret" | "random">,
  consultation: string,
  count: number,
): Promise<Invitation[]> {
  const make = async (): Promise<Invitation> => {
    const code = drawInvitation(random(INVITATION_LENGTH));
    const added = await addInvitation(db, consultation, invitationHash(secret, consultation, code));
    return added ? code : make();
  };
  const codes: Invitation[] = [];
  while (codes.length < count) {
    const next = Math.min(TOGETHER, count - codes.length);
    codes.push(...(await Promise.all(Array.from({ length: next }, make))));
  }
  return codes;
}
