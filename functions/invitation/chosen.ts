import { readInvitation } from "../../domain/invitation/code.ts";
import { readLabel } from "../../domain/invitation/group.ts";
import { invitationHash } from "../secrets.ts";
import type { Services } from "../services.ts";
import type { UnusedInvitation } from "../store/invitations.ts";
import { unusedOfGroup } from "../store/count-invitations.ts";
import type { StoredGroup } from "../store/invitation-groups.ts";

/**
 * The unused code of a group that an organiser names, by its label or by the code itself; `undefined`
 * when there is none, for whatever reason. It may be used the moment after: the write checks again.
 */
export async function chosenInvitation(
  { db, secret }: Pick<Services, "db" | "secret">,
  consultation: string,
  group: StoredGroup,
  typed: string,
): Promise<UnusedInvitation | undefined> {
  const label = readLabel(typed);
  if (label === "") return undefined;
  const code = readInvitation(typed);
  const hash = code && invitationHash(secret, consultation, code);
  const unused = await unusedOfGroup(db, consultation, group);
  return unused.find((one) => one.label === label || one.hash === hash);
}
