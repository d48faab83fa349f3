import type { Services } from "../services.ts";
import { ORGANISE } from "../../domain/organiser/endpoints.ts";
import { guarded, toSignIn } from "../organise/guard.tsx";
import { endSession } from "../organise/session.ts";
import type { App } from "./environment.ts";

/** Every page and form of the organisers' console. */
export function organiseRoutes(app: App, services: Services): void {
  guarded(app, services, ORGANISE.signOut, async (context, { session }) => {
    const request = context.req.raw;
    return toSignIn(request, await endSession(services, request, session));
  });
}
