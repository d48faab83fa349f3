import { Hono } from "hono";
import { handle, type LambdaEvent } from "hono/aws-lambda";
import { createApp } from "../app.ts";
import { askersOfEvents } from "./asker.ts";
import { setting, webServices } from "./world.ts";

const app = createApp(await webServices());
const askerOf = askersOfEvents(setting("SITE_KEY"));
const site = new Hono<{ Bindings: { event: LambdaEvent } }>();
site.all("*", ({ req, env }) => app.fetch(req.raw, { asker: () => askerOf(env.event) }));

const serve = handle(site);

/** Pages and API, behind an HTTP API. */
export const handler = (...[event, context]: Parameters<typeof serve>) =>
  serve(underOwnName(event), context);

/**
 * The HTTP API answers to its own name only, so CloudFront says in a header of its own under which name
 * it was asked (infra/site.ts). Cookies, passkeys and the check of a form's origin are for that name.
 * Whoever calls the HTTP API directly can name another one, and gains nothing: no browser has a cookie
 * or a passkey of ours for it.
 */
function underOwnName(event: LambdaEvent): LambdaEvent {
  const name = event.headers?.["kenes-host"];
  if (name === undefined || !("requestContext" in event)) return event;
  const requestContext = { ...event.requestContext, domainName: name };
  return { ...event, requestContext } as LambdaEvent;
}
