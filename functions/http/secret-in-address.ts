import type { MiddlewareHandler } from "hono";
import type { Services } from "../services.ts";
import { problemAnswer } from "./answers.tsx";
import type { Environment } from "./environment.ts";

/** Under which names people put keys and receipts into addresses, without hyphens, underscores and capitals. */
const NAMES = new Set([
  "key",
  "apikey",
  "token",
  "accesstoken",
  "receipt",
  "invitation",
  "authorization",
  "bearer",
  "secret",
  "password",
]);

/**
 * Refuses requests with a secret in the address, whether or not it is one: it stands in the history of a browser and
 * in the log of every proxy on the way, and who sent it must hear of that. Nothing of it is repeated or logged.
 */
export const refuseSecretInAddress =
  (services: Pick<Services, "assets">): MiddlewareHandler<Environment> =>
  async (context, next) => {
    if (!context.req.url.includes("?")) return next();
    for (const name of new URL(context.req.url).searchParams.keys()) {
      if (NAMES.has(name.toLowerCase().replace(/[-_.]/g, ""))) {
        return problemAnswer(context, services, { problem: "secret-in-address" });
      }
    }
    return next();
  };
