import { handle, type LambdaEvent } from "hono/aws-lambda";
import { createApp } from "../app.ts";
import { webServices } from "./world.ts";

const serve = handle(createApp(await webServices()));

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
