import { TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import type { Role } from "../../domain/organiser/role.ts";
import { beginSession, findSession } from "../../functions/organise/session.ts";
import type { Services } from "../../functions/services.ts";
import { organiserWrites } from "../../functions/store/organisers.ts";
import { getTeam, teamWrite } from "../../functions/store/teams.ts";

const ORIGIN = "http://localhost";

/**
 * The session of an organiser with a role at a consultation, written straight into the store: for
 * tests of what comes after signing in, and where no browser has a passkey.
 */
export async function organiserSession(
  services: Services,
  consultation: string,
  role: Role,
  name = "Aigerim",
): Promise<{ cookie: string; csrf: string }> {
  const { db } = services;
  const organiser = { id: `organiser-${name}`, name, passkeys: [], codes: [name], epoch: 0 };
  const team = await getTeam(db, consultation);
  await db.client.send(
    new TransactWriteItemsCommand({
      TransactItems: [
        ...organiserWrites(db, organiser),
        teamWrite(db, team, { ...team.members, [organiser.id]: role }),
      ],
    }),
  );
  const begun = await beginSession(services, new Request(ORIGIN), organiser, "passkey");
  const cookie = begun.split(";")[0]!;
  const found = await findSession(services, new Request(ORIGIN, { headers: { Cookie: cookie } }));
  return { cookie, csrf: found!.session.formToken };
}
