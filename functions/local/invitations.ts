import type { Invitation } from "../../domain/invitation/code.ts";
import { makeCodes } from "../invitation/make.ts";
import type { Services } from "../services.ts";
import { addGroup } from "../store/invitation-groups.ts";

/** Random bytes in the id of a group. */
const ID_BYTES = 8;

/**
 * Makes new invitations, as a group without a label; the codes exist nowhere but in what this returns.
 */
export async function makeInvitations(
  services: Pick<Services, "db" | "secret" | "random" | "now">,
  consultation: string,
  count: number,
): Promise<Invitation[]> {
  const group = {
    id: Buffer.from(services.random(ID_BYTES)).toString("hex"),
    label: "",
    day: services.now().toISOString().slice(0, 10),
  };
  await addGroup(services.db, consultation, group, count);
  const labels = Array.from({ length: count }, () => undefined);
  const codes: Invitation[] = [];
  for await (const made of makeCodes(services, consultation, group, labels)) {
    codes.push(...made.map(({ code }) => code));
  }
  return codes;
}
