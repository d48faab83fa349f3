/**
 * The one way in to an addressee's desk. What it lets through has come from our own page and belongs to a live
 * session, which opens that addressee's recommendations at that consultation and nothing else. All of it is
 * looked up anew for every request. What somebody entered whose desk was closed meanwhile is shown to be copied.
 */
import type { Context } from "hono";
import type { PublishedConsultation } from "../../domain/consultation/life.ts";
import { DESK_OPEN, pathOf } from "../../domain/paths.ts";
import type { ProblemCode } from "../../domain/problem.ts";
import { PROBLEMS } from "../../domain/problem.ts";
import { MOST_RESPONSE_BYTES } from "../../domain/response/entry.ts";
import { DeskOpenPage } from "../../web/desk/desk-open-page.tsx";
import { pageAnswer, pageProps, problemAnswer } from "../http/answers.tsx";
import type { App, Environment } from "../http/environment.ts";
import { isOwnOrigin, languageOf, readFields } from "../http/request.ts";
import { isSecure } from "../http/session-cookie.ts";
import { goTo } from "../organiser/guard.tsx";
import type { Services } from "../services.ts";
import { getPublished } from "../store/consultations.ts";
import { type DeskSession, findDeskSession, isDeskForm } from "./session.ts";

/** Who is at a desk, and at which consultation. */
export interface AtDesk {
  session: DeskSession;
  published: PublishedConsultation;
}

type Handler<Desk> = (
  context: Context<Environment>,
  desk: Desk,
  fields: URLSearchParams,
) => Response | Promise<Response>;

interface Endpoint {
  method: "GET" | "POST";
  path: string;
}

/** Registers a page or form of a desk, behind its checks. */
export function atDesk(
  app: App,
  services: Services,
  endpoint: Endpoint,
  handler: Handler<AtDesk>,
): void {
  beforeDesk(app, services, endpoint, async (context, _, fields) => {
    const request = context.req.raw;
    const isWrite = endpoint.method === "POST";
    const session = await findDeskSession(services, request);
    const published = session && (await getPublished(services.db, session.consultation));
    const isThere = published?.definition.addressees.some(
      ({ code }) => code === session?.addressee,
    );
    if (session === undefined || published === undefined || isThere !== true) {
      if (!isWrite) return goTo(pathOf(DESK_OPEN, { lang: languageOf(request) }));
      return openPage(services, request, { problem: "desk-closed", kept: keptOf(fields) });
    }
    if (isWrite && !isDeskForm(session, fields.get("csrf"))) {
      return openPage(services, request, { problem: "session-token", kept: keptOf(fields) });
    }
    return handler(context, { session, published }, fields);
  });
}

/** The same for the page on which a desk is opened, where nobody is at one yet. */
export function beforeDesk(
  app: App,
  services: Services,
  { method, path }: Endpoint,
  handler: Handler<undefined>,
): void {
  app.on(method, path, async (context) => {
    const request = context.req.raw;
    if (method === "GET") return handler(context, undefined, new URLSearchParams());
    if (!isOwnOrigin(request)) return problemAnswer(context, services, { problem: "cross-site" });
    if (!isSecure(request)) return problemAnswer(context, services, { problem: "not-secure" });
    const fields = await readFields(request, MOST_RESPONSE_BYTES);
    if ("problem" in fields) return problemAnswer(context, services, fields);
    return handler(context, undefined, fields);
  });
}

/** The page on which a desk is opened, with what was refused and what had been entered. */
export function openPage(
  services: Services,
  request: Request,
  more: { problem?: ProblemCode; kept?: readonly string[]; left?: boolean; code?: string } = {},
): Response {
  const { problem, kept = [], left = false, code = "" } = more;
  return pageAnswer(
    <DeskOpenPage {...pageProps(services, request)} {...{ problem, kept, left, code }} />,
    problem === undefined ? 200 : PROBLEMS[problem],
  );
}

/** The longer texts that somebody entered, to be copied: the rest is quickly chosen anew. */
const keptOf = (fields: URLSearchParams): string[] =>
  [...fields]
    .filter(([name, text]) => /^(statement\.|evidence$)/.test(name) && text.trim() !== "")
    .map(([, text]) => text);
