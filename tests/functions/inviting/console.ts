import { type ORGANISE, organisePath } from "../../../domain/organiser/endpoints.ts";
import type { Role } from "../../../domain/organiser/role.ts";
import { createApp } from "../../../functions/app.ts";
import type { Services } from "../../../functions/services.ts";
import { organiserSession } from "../../support/organiser-session.ts";
import { ID } from "./codes.ts";

/** An organiser with a role at the consultation, signed in, who speaks to the app by request. */
export async function signedIn(services: Services, role: Role, name?: string) {
  const { cookie, csrf } = await organiserSession(services, ID, role, name);
  const app = createApp(services);
  const path = (endpoint: (typeof ORGANISE)[keyof typeof ORGANISE]) =>
    organisePath(endpoint, { id: ID, lang: "en" });
  return {
    app,
    cookie,
    get: (endpoint: Parameters<typeof path>[0], more = "") =>
      app.request(path(endpoint) + more, { headers: { Cookie: cookie } }),
    post: (endpoint: Parameters<typeof path>[0], fields: Record<string, string>) =>
      app.request(path(endpoint), {
        method: "POST",
        headers: {
          Cookie: cookie,
          Origin: "http://localhost",
          "Content-Type": "application/x-www-form-urlencoded",
        },
        body: new URLSearchParams({ csrf, ...fields }).toString(),
      }),
  };
}
