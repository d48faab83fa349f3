/** Events of an HTTP API (payload 2.0) as requests to the app, and its answers as results. */
import { Hono } from "hono";
import { type APIGatewayProxyResult, handle, type LambdaEvent } from "hono/aws-lambda";
import type { App } from "../http/environment.ts";
import { problemAnswer } from "../http/answers.tsx";
import { secure } from "../http/security-headers.ts";
import type { Services } from "../services.ts";
import { notThroughTheSite } from "./not-through-the-site.ts";
import { withToldStatus } from "./told-status.ts";

/** What an HTTP API sends (payload 2.0). */
type HttpEvent = Extract<LambdaEvent, { rawPath: string }>;

/** What AWS calls for each of them. */
export type HttpHandler = (event: HttpEvent) => Promise<APIGatewayProxyResult>;

/** What no request can be made with (fetch.spec.whatwg.org, 2.2.1); nor does anything here answer to it. */
const NO_METHODS = new Set(["CONNECT", "TRACE", "TRACK"]);

/** Base 64 as it is written, with or without the signs that fill it up (RFC 4648, 4). */
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** A name with or without a port, as it stands in an address. */
const HOST = /^[\w.-]+(:\d{1,5})?$/;

/** What is known of where an event comes from. */
interface Edge {
  /** Tells those who ask apart (asker.ts). */
  askerOf: (event: LambdaEvent) => string | undefined;
  /** Whether that is a key of our CloudFront (site-keys.ts). */
  isOurs: (key: string) => boolean;
}

/**
 * Whoever goes past CloudFront is refused before anything else is looked at. Whatever of an event cannot be made a request of is refused as the app refuses: with its headers, in the reader's
 * language, and with nothing of it in a log. What the adapter says of it by itself would have neither.
 */
export function eventHandler(
  app: App,
  services: Pick<Services, "assets">,
  { askerOf, isOurs }: Edge,
): HttpHandler {
  const site = new Hono<{ Bindings: { event: LambdaEvent } }>();
  site.all("*", ({ req, env }) => app.fetch(req.raw, { asker: () => askerOf(env.event) }));
  const serve = handle(site);
  const unreadable = handle(
    new Hono().all("*", (context) => {
      const answer = problemAnswer(context, services, { problem: "body-not-utf8" });
      secure(answer);
      return answer;
    }),
  );
  return async (sent) => {
    if (!isOurs(sent.headers["kenes-site"] ?? "")) return notThroughTheSite(sent);
    const event = withMethod(withoutIdleBody(underOwnName(sent)));
    return withToldStatus(
      await (isReadable(event)
        ? serve(event)
        : unreadable({ ...event, body: null, isBase64Encoded: false })),
    );
  };
}

/**
 * The HTTP API answers to its own name only, so CloudFront says in a header of its own under which name
 * it was asked (infra/site.ts). Cookies, passkeys and the check of a form's origin are for that name.
 * Nobody else can name one: CloudFront overwrites what a browser sent under that header.
 */
function underOwnName(event: HttpEvent): HttpEvent {
  const name = event.headers["kenes-host"];
  if (name === undefined || !HOST.test(name)) return event;
  return { ...event, requestContext: { ...event.requestContext, domainName: name } };
}

/** A GET means the same whatever it carries (RFC 9110, 9.3.1), and no request can be made of one that does. */
function withoutIdleBody(event: HttpEvent): HttpEvent {
  const { method } = event.requestContext.http;
  return method === "GET" || method === "HEAD" ? { ...event, body: null } : event;
}

/** One of which no request can be made becomes one that nothing answers to: the app says which there are. */
function withMethod(event: HttpEvent): HttpEvent {
  const { http } = event.requestContext;
  if (!NO_METHODS.has(http.method.toUpperCase())) return event;
  const requestContext = { ...event.requestContext, http: { ...http, method: "NONE" } };
  return { ...event, requestContext };
}

const isReadable = ({ body, isBase64Encoded }: HttpEvent): boolean =>
  !isBase64Encoded || !body || (body.length % 4 !== 1 && BASE64.test(body));
