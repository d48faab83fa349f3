import type { Invitation } from "../../domain/invitation/code.ts";
import { makeCodes } from "../invitation/make.ts";
import { beginPiece, seen } from "../invitation/pieces.ts";
import type { Services } from "../services.ts";
import { addGroup, getGroup } from "../store/invitation-groups.ts";

/** Random bytes in the id of a group. */
const ID_BYTES = 8;

/** Makes new invitations, as a group without a label, and counts them as handed out. */
export async function makeInvitations(
  ...asked: Parameters<typeof makeUnseen>
): Promise<Invitation[]> {
  const { codes, seen: handedOut } = await makeUnseen(...asked);
  await handedOut();
  return codes;
}

/**
 * Makes new invitations, as a group without a label; the codes exist nowhere but in what this returns, and count as
 * handed out when `seen` is called.
 */
export async function makeUnseen(
  services: Pick<Services, "db" | "secret" | "random" | "now">,
  consultation: string,
  count: number,
): Promise<{ codes: Invitation[]; seen: () => Promise<void> }> {
  const group = {
    id: Buffer.from(services.random(ID_BYTES)).toString("hex"),
    label: "",
    day: services.now().toISOString().slice(0, 10),
  };
  await addGroup(services.db, consultation, group, count);
  const piece = (await beginPiece(services, consultation, group.id, 0))!;
  const labels = Array.from({ length: count }, () => undefined);
  const codes: Invitation[] = [];
  for await (const made of makeCodes(services, consultation, { ...group, piece }, labels)) {
    codes.push(...made.map(({ code }) => code));
  }
  return {
    codes,
    seen: async () => {
      const made = await getGroup(services.db, consultation, group.id);
      if (made !== undefined) await seen(services, consultation, made);
    },
  };
}
