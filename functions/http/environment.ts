import type { Hono, MiddlewareHandler } from "hono";
import { problemAnswer } from "./answers.tsx";
import type { Consultations, Known } from "../memory/consultations.ts";
import type { Services } from "../services.ts";

/** What the routes below a consultation find in their context. */
export interface Environment {
  Variables: { known: Known };
}

export type App = Hono<Environment>;

/** Finds the consultation that `:id` names, once for every route below it, or refuses. */
export const knownConsultation =
  (services: Services, consultations: Consultations): MiddlewareHandler<Environment> =>
  async (context, next) => {
    const known = await consultations.find(context.req.param("id") ?? "");
    if (known === undefined) {
      return problemAnswer(context, services, { problem: "consultation-unknown" });
    }
    context.set("known", known);
    return next();
  };
