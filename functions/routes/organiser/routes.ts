import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { refusedTitle } from "../../http/refused-title.ts";
import type { Hours } from "../../work/hours.ts";
import type { Services } from "../../services.ts";
import type { App } from "../../http/environment.ts";
import type { PublishedReleases } from "../../memory/releases.ts";
import { channelRoutes } from "./channels.tsx";
import { hookRoutes } from "./hooks.tsx";
import { invitationChangeRoutes } from "./invitation-changes.tsx";
import { invitationPieceRoutes } from "./invitation-pieces.tsx";
import { invitationRoutes } from "./invitations.tsx";
import { participationRoutes } from "./participation.tsx";
import { recountRoutes } from "./recount.tsx";
import { binRoutes } from "./bin.tsx";
import { emblemRoutes } from "./emblem.tsx";
import { editRoutes } from "./edit.tsx";
import { importRoutes } from "./import.tsx";
import { keyRoutes } from "./keys.tsx";
import { lifeRoutes } from "./life.tsx";
import { exportRoutes } from "./export.tsx";
import { moderationRoutes } from "./moderation.tsx";
import { newRoutes } from "./new.tsx";
import { accountRoutes } from "./account.tsx";
import { logRoutes } from "./log.tsx";
import { proposalRoutes } from "./proposals.tsx";
import { registerRoutes } from "./register.tsx";
import { reportRoutes } from "./reports.tsx";
import { reminderRoutes } from "./reminders.tsx";
import { responseRoutes } from "./responses.tsx";
import { signInRoutes } from "./sign-in.tsx";
import { suggestionRoutes } from "./suggestions.tsx";
import { teamRoutes } from "./team.tsx";
import { themesRoutes } from "./themes.tsx";
import { translationsRoutes } from "./translations.tsx";

/** Every page and form of the organisers' console. */
export function organiserRoutes(
  app: App,
  services: Services,
  releases: PublishedReleases,
  hours: Hours,
): void {
  app.use(`${ORGANISE.home.path}/*`, refusedTitle);
  signInRoutes(app, services);
  registerRoutes(app, services);
  accountRoutes(app, services, releases);
  newRoutes(app, services);
  editRoutes(app, services);
  emblemRoutes(app, services);
  translationsRoutes(app, services);
  reportRoutes(app, services);
  importRoutes(app, services);
  binRoutes(app, services);
  lifeRoutes(app, services);
  proposalRoutes(app, services, releases);
  exportRoutes(app, services, releases);
  teamRoutes(app, services);
  logRoutes(app, services);
  invitationRoutes(app, services);
  invitationChangeRoutes(app, services);
  invitationPieceRoutes(app, services);
  reminderRoutes(app, services);
  hookRoutes(app, services);
  channelRoutes(app, services, releases);
  moderationRoutes(app, services);
  themesRoutes(app, services);
  suggestionRoutes(app, services);
  participationRoutes(app, services, releases, hours);
  recountRoutes(app, services);
  responseRoutes(app, services, releases);
  keyRoutes(app, services);
}
