import { randomBytes } from "node:crypto";
import type { Role } from "../../domain/organiser/role.ts";
import { newSession } from "../../functions/organiser/session.ts";
import type { Services } from "../../functions/services.ts";
import { getOrganiser, organiserWrites } from "../../functions/store/organisers.ts";
import { getTeam, teamWrite } from "../../functions/store/teams.ts";
import { writeAll } from "../../functions/store/write-all.ts";

/** An organiser who has signed in: the cookie, and the token of every form. */
export interface SignedInOrganiser {
  id: string;
  name: string;
  cookie: string;
  token: string;
}

/** Makes an organiser with roles, and a session of theirs, without asking a device. */
export async function signedIn(
  services: Services,
  name: string,
  roles: Record<string, Role> = {},
  origin = "http://localhost",
): Promise<SignedInOrganiser> {
  const id = randomBytes(8).toString("hex");
  const organiser = { id, name, passkeys: [], codes: [`code-${id}`], epoch: 0 };
  await writeAll(services.db, organiserWrites(services.db, organiser));
  for (const [consultation, role] of Object.entries(roles)) {
    const team = await getTeam(services.db, consultation);
    await writeAll(services.db, [teamWrite(services.db, team, { ...team.members, [id]: role })]);
  }
  return { name, ...(await newSignIn(services, id, origin)) };
}

/** A new session of an organiser, in place of one that is over. */
export async function newSignIn(services: Services, id: string, origin = "http://localhost") {
  const request = new Request(`${origin}/organise`);
  const { epoch } = (await getOrganiser(services.db, id))!;
  const { cookie, session } = await newSession(services, request, { id, epoch }, "passkey");
  return { id, cookie: cookie.split(";")[0]!, token: session.formToken };
}

/** Their session's cookie as a browser takes it. */
export function browserCookie({ cookie }: Pick<SignedInOrganiser, "cookie">, url: string) {
  const [name = "", value = ""] = cookie.split("=");
  return { name, value, url };
}
