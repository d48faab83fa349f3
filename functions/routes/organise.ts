import type { Services } from "../services.ts";
import type { App } from "./environment.ts";
import type { PublishedReleases } from "../published.ts";
import { editRoutes } from "./organise/edit.tsx";
import { lifeRoutes } from "./organise/life.tsx";
import { exportRoutes } from "./organise/export.tsx";
import { newRoutes } from "./organise/new.tsx";
import { accountRoutes } from "./organise/account.tsx";
import { logRoutes } from "./organise/log.tsx";
import { proposalRoutes } from "./organise/proposals.tsx";
import { registerRoutes } from "./organise/register.tsx";
import { signInRoutes } from "./organise/sign-in.tsx";
import { teamRoutes } from "./organise/team.tsx";

/** Every page and form of the organisers' console. */
export function organiseRoutes(app: App, services: Services, releases: PublishedReleases): void {
  signInRoutes(app, services);
  registerRoutes(app, services);
  accountRoutes(app, services);
  newRoutes(app, services);
  editRoutes(app, services);
  lifeRoutes(app, services);
  proposalRoutes(app, services, releases);
  exportRoutes(app, services, releases);
  teamRoutes(app, services);
  logRoutes(app, services);
}
