import type { App } from "../../http/environment.ts";
import type { PublishedReleases } from "../../memory/releases.ts";
import type { Services } from "../../services.ts";
import { draftProgramRoutes } from "./draft.ts";
import { exportProgramRoutes } from "./export.ts";
import { invitationProgramRoutes } from "./invitations.ts";
import { logProgramRoutes } from "./log.ts";
import { outreachProgramRoutes } from "./outreach.ts";
import { participationProgramRoutes } from "./participation.ts";
import { responseProgramRoutes } from "./responses.ts";
import { stateProgramRoutes } from "./state.ts";
import { textProgramRoutes } from "./texts.ts";

/** The console's actions for organisers' programs. */
export function programRoutes(app: App, services: Services, releases: PublishedReleases): void {
  stateProgramRoutes(app, services);
  draftProgramRoutes(app, services);
  invitationProgramRoutes(app, services);
  outreachProgramRoutes(app, services);
  exportProgramRoutes(app, services, releases);
  responseProgramRoutes(app, services);
  participationProgramRoutes(app, services, releases);
  logProgramRoutes(app, services);
  textProgramRoutes(app, services);
}
