import type { Services } from "../services.ts";
import type { App } from "./environment.ts";
import { accountRoutes } from "./organise/account.tsx";
import { logRoutes } from "./organise/log.tsx";
import { registerRoutes } from "./organise/register.tsx";
import { signInRoutes } from "./organise/sign-in.tsx";
import { teamRoutes } from "./organise/team.tsx";

/** Every page and form of the organisers' console. */
export function organiseRoutes(app: App, services: Services): void {
  signInRoutes(app, services);
  registerRoutes(app, services);
  accountRoutes(app, services);
  teamRoutes(app, services);
  logRoutes(app, services);
}
