import { TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import { type ORGANISE, organisePath } from "../../../domain/organiser/endpoints.ts";
import type { Role } from "../../../domain/organiser/role.ts";
import { createApp } from "../../../functions/app.ts";
import { beginSession, findSession } from "../../../functions/organise/session.ts";
import type { Services } from "../../../functions/services.ts";
import { organiserWrites } from "../../../functions/store/organisers.ts";
import { getTeam, teamWrite } from "../../../functions/store/teams.ts";
import { ID } from "./codes.ts";

const ORIGIN = "http://localhost";

/** An organiser with a role at the consultation, signed in, who speaks to the app by request. */
export async function signedIn(services: Services, role: Role, name = "Aigerim") {
  const { db } = services;
  const organiser = { id: `organiser-${name}`, name, passkeys: [], codes: ["-"], epoch: 0 };
  const team = await getTeam(db, ID);
  await db.client.send(
    new TransactWriteItemsCommand({
      TransactItems: [
        ...organiserWrites(db, { ...organiser, codes: [`${name}-code`] }),
        teamWrite(db, team, { ...team.members, [organiser.id]: role }),
      ],
    }),
  );
  const begun = await beginSession(services, new Request(ORIGIN), organiser, "passkey");
  const cookie = begun.split(";")[0]!;
  const found = await findSession(services, new Request(ORIGIN, { headers: { Cookie: cookie } }));
  const csrf = found!.session.formToken;
  const app = createApp(services);
  const path = (endpoint: (typeof ORGANISE)[keyof typeof ORGANISE], lang = "en") =>
    organisePath(endpoint, { id: ID, lang });
  return {
    app,
    cookie,
    csrf,
    get: (endpoint: Parameters<typeof path>[0], more = "", lang = "en") =>
      app.request(path(endpoint, lang) + more, { headers: { Cookie: cookie } }),
    post: (endpoint: Parameters<typeof path>[0], fields: Record<string, string>, lang = "en") =>
      app.request(path(endpoint, lang), {
        method: "POST",
        headers: {
          Cookie: cookie,
          Origin: ORIGIN,
          "Content-Type": "application/x-www-form-urlencoded",
        },
        body: new URLSearchParams({ csrf, ...fields }).toString(),
      }),
  };
}
