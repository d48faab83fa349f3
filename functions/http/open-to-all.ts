import type { MiddlewareHandler } from "hono";
import { API } from "../../domain/api.ts";
import type { Endpoint } from "../../domain/contract/endpoint.ts";
import type { Services } from "../services.ts";
import { problemAnswer } from "./answers.tsx";
import { tellAsker } from "./caching.ts";
import type { App, Environment } from "./environment.ts";
import { readLimit } from "./read-limit.ts";
import { openToAll } from "./security-headers.ts";

/** What a script of another site may ask before it asks, and for how many seconds that holds (fetch.spec.whatwg.org). */
const PREFLIGHT = {
  "Access-Control-Allow-Methods": "GET, HEAD",
  "Access-Control-Allow-Headers": "If-None-Match",
  "Access-Control-Max-Age": "86400",
};

/**
 * Opens the endpoints that say that they are public to scripts of all sites, and limits how often each asker reads
 * them. Everything else is as closed as it was: without these headers no browser hands an answer on.
 */
export function openEndpoints(app: App, services: Services): void {
  const endpoints: readonly Endpoint[] = Object.values(API);
  const paths = new Set(endpoints.filter((one) => one.public).map(({ path }) => path));
  const limited = limitReads(services);
  for (const path of paths) {
    app.use(path, limited);
    app.options(path, () =>
      openToAll(new Response(null, { status: 204, headers: { ...PREFLIGHT } })),
    );
  }
}

/** Nobody is limited whose hosting does not tell askers apart. Refusals too can be read by other sites. */
function limitReads({ now, ...services }: Services): MiddlewareHandler<Environment> {
  const allowance = readLimit();
  return async (context, next) => {
    if (!["GET", "HEAD"].includes(context.req.method)) return next();
    const asker = context.env?.asker?.();
    const told = asker === undefined ? undefined : allowance(asker, now().getTime());
    if (told?.retryAfter === undefined) await next();
    else {
      const { retryAfter } = told;
      context.res = problemAnswer(context, services, { problem: "too-many", retryAfter });
    }
    tellAsker(context.res, told?.headers ?? {});
    openToAll(context.res);
    return undefined;
  };
}
