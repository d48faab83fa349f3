import { type ORGANISE, organisePath } from "../../../domain/organiser/endpoints.ts";
import type { Role } from "../../../domain/organiser/role.ts";
import { createApp } from "../../../functions/app.ts";
import type { Services } from "../../../functions/services.ts";
import { organisersOf } from "../../support/organiser.ts";
import { signedIn as signIn } from "../../support/signed-in.ts";
import { ID } from "./codes.ts";

type Endpoint = (typeof ORGANISE)[keyof typeof ORGANISE];

/** An organiser with a role at the consultation, signed in, who speaks to the app by request. */
export async function signedIn(services: Services, role: Role, name = "Aigerim") {
  const app = createApp(services);
  const organisers = organisersOf(app, services);
  const { cookie, token } = await signIn(services, name, { [ID]: role });
  return {
    app,
    cookie,
    get: (endpoint: Endpoint, more = "") =>
      app.request(`${organisePath(endpoint, { id: ID, lang: "en" })}${more}`, {
        headers: { Cookie: cookie },
      }),
    post: (endpoint: Endpoint, fields: Record<string, string>) =>
      organisers.send(endpoint, { id: ID, cookie, token, fields }),
  };
}
