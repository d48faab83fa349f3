/** Who may begin the next wave of a consultation. */
import { canBeContinued } from "../../domain/consultation/continuing.ts";
import { may, roleOf } from "../../domain/organiser/role.ts";
import type { Services } from "../services.ts";
import { getPublished } from "../store/consultations.ts";
import { getTeam } from "../store/teams.ts";

/** Whether an organiser may continue a consultation: an owner of it, once it has closed. */
export async function mayContinue(
  { db, now }: Pick<Services, "db" | "now">,
  organiser: string,
  consultation: string,
): Promise<boolean> {
  const role = roleOf((await getTeam(db, consultation)).members, organiser);
  return (
    role !== undefined &&
    may(role, "lifecycle") &&
    canBeContinued(await getPublished(db, consultation), now())
  );
}
