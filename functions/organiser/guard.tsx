/**
 * The one way in to every page and form of the organisers' console. What it lets through has come from
 * our own page, belongs to a live session, and is within what that organiser may do at that consultation
 * at that moment. All of it is looked up anew for every request.
 */
import type { Context } from "hono";
import { readConsultationId } from "../../domain/consultation/definition.ts";
import type { Access } from "../../domain/organiser/endpoint.ts";
import { type Listed, ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { may, roleOf } from "../../domain/organiser/role.ts";
import { type Problem, PROBLEMS } from "../../domain/problem.ts";
import { goesOn, READ_ONLY } from "../../domain/read-only.ts";
import { withTo } from "../../web/organiser/sign-in-page.tsx";
import { problemAnswer } from "../http/answers.tsx";
import { isOwnOrigin, isScript, languageOf, readFields, readJson } from "../http/request.ts";
import { isSecure } from "../http/session-cookie.ts";
import type { App, Environment } from "../http/environment.ts";
import type { Services } from "../services.ts";
import { readParts } from "../http/parts.ts";
import type { Organiser } from "../store/organisers.ts";
import type { Acting } from "./acting.ts";
import { carriedBy, sendOnPage, signInCarrying } from "./carrying.tsx";
import { notNow } from "./not-now.ts";
import { openSection } from "./section.ts";
import { findSession, isFormToken, isOwnForm, type Session } from "./session.ts";

/** Who is acting. */
export interface Actor {
  organiser: Organiser;
  session: Session;
}
/** Who is acting at a consultation, where the endpoint asks for a right: with what is stored of it. */
export interface TeamActor extends Actor, Acting {
  organiser: Organiser;
}

/** What was sent; empty for a GET. Of a form the fields, of a JSON call the value. */
export interface Sent {
  fields: URLSearchParams;
  json: unknown;
  /** The bytes of the form's one file. */
  file: Uint8Array;
}

type ActorAt<A extends Access> = A extends "nobody"
  ? undefined
  : A extends "signed-in"
    ? Actor
    : TeamActor;

type Handler<A extends Access> = (
  context: Context<Environment>,
  actor: ActorAt<A>,
  sent: Sent,
) => Response | Promise<Response>;

/** Registers what an endpoint of the list does, behind its checks. */
export function guarded<Endpoint extends Listed>(
  app: App,
  services: Services,
  endpoint: Endpoint,
  handler: Handler<Endpoint["access"]>,
): void {
  if (!Object.values(ORGANISE).includes(endpoint)) {
    throw new Error(`${endpoint.path} is not in the list of the console's endpoints`);
  }
  app.on(endpoint.method, endpoint.path, async (context) => {
    const admitted = await admit(context, services, endpoint);
    if (admitted instanceof Response) return admitted;
    if ("problem" in admitted) return problemAnswer(context, services, admitted);
    return handler(context, admitted.actor as ActorAt<Endpoint["access"]>, admitted.sent);
  });
}

interface Admitted {
  actor: Actor | TeamActor | undefined;
  sent: Sent;
}

async function admit(
  context: Context<Environment>,
  services: Services,
  endpoint: Listed,
): Promise<Admitted | Response | Problem> {
  const request = context.req.raw;
  const isWrite = endpoint.method !== "GET";
  if (isWrite && !isOwnOrigin(request)) return { problem: "cross-site" };
  if (isWrite && !isSecure(request)) return { problem: "not-secure" };

  const isRefused = !goesOn(endpoint) && (await context.get("readOnly")()) !== undefined;
  if (isRefused && endpoint.access === "nobody") return READ_ONLY;
  const found = endpoint.access === "nobody" ? undefined : await findSession(services, request);
  const isPage = !isScript(request) && !("body" in endpoint && endpoint.body === "json");
  if (endpoint.access !== "nobody" && found === undefined) {
    if (!isPage) return toSignIn(request);
    return isWrite ? carry(services, request, endpoint) : toSignIn(request, { comeBack: true });
  }
  const sent = isWrite ? await read(request, endpoint) : NOTHING;
  if ("problem" in sent) return sent;
  if (found === undefined) return { actor: undefined, sent };
  if (isWrite && !isFormToken(found.session, formTokenOf(sent))) {
    const { problem } = { problem: "session-token" } as const;
    return isPage && isOwnForm(found.session, formTokenOf(sent))
      ? sendOnPage(services, request, found, carriedBy(request, sent.fields), PROBLEMS[problem])
      : { problem };
  }
  const asked = { endpoint, sent, isRefused };
  if (endpoint.access === "nobody" || endpoint.access === "signed-in")
    return notNow(context, services, found, "", asked) ?? { actor: found, sent };

  // One answer for what does not exist and for what is not theirs: it tells nobody which.
  // What can be no address is not looked up: a key of the store has room for so many bytes.
  const consultation = readConsultationId(context.req.param("id") ?? "");
  if (consultation === undefined) return { problem: "page-unknown" };
  const section = openSection(services, consultation);
  const team = await section.team();
  const role = roleOf(team.members, found.organiser.id);
  if (role === undefined || !may(role, endpoint.access)) return { problem: "page-unknown" };
  const languages = role === "translator" ? (team.languages[found.organiser.id] ?? []) : undefined;
  // What is not somebody's to use is not counted at it.
  const refusal = notNow(context, services, found, consultation, asked);
  if (refusal !== undefined) return refusal;
  return { actor: { ...found, consultation, role, languages, section }, sent };
}

/** The same actor with nothing read yet: for the page that says why something was not written. */
export const afresh = (services: Services, actor: TeamActor): TeamActor => ({
  ...actor,
  section: openSection(services, actor.consultation),
});

const NOTHING: Sent = { fields: new URLSearchParams(), json: undefined, file: new Uint8Array() };

/** What a POST carries, read in the one form that its endpoint takes. */
async function read(request: Request, endpoint: Listed): Promise<Sent | Problem> {
  const { mostBytes } = endpoint as { mostBytes?: number };
  if ("body" in endpoint && endpoint.body === "parts") {
    const parts = await readParts(request, endpoint.mostBytes);
    return "problem" in parts ? parts : { ...NOTHING, ...parts };
  }
  if ("body" in endpoint) {
    const body = await readJson(request, mostBytes);
    return "problem" in body ? body : { ...NOTHING, json: body.value };
  }
  const fields = await readFields(request, mostBytes);
  return fields instanceof URLSearchParams ? { ...NOTHING, fields } : fields;
}

/** The form token: the field `csrf` of a form, or of a JSON object. */
const formTokenOf = ({ fields, json }: Sent): unknown =>
  fields.get("csrf") ??
  (typeof json === "object" && json !== null && "csrf" in json ? json.csrf : undefined);

/** Sends a browser to another page of the console, which it fetches anew. */
export const goTo = (location: string, cookie?: string): Response =>
  new Response(null, {
    status: 303,
    headers: {
      Location: location,
      "Cache-Control": "no-store",
      ...(cookie !== undefined && { "Set-Cookie": cookie }),
    },
  });

/** Sends a browser to the page to sign in on, from which it may come back to what it has asked for. */
export function toSignIn(
  request: Request,
  { cookie, comeBack = false }: { cookie?: string; comeBack?: boolean } = {},
): Response {
  const { pathname, search } = new URL(request.url);
  const page = organisePath(ORGANISE.signInPage, { lang: languageOf(request) });
  return goTo(comeBack ? withTo(page, pathname + search) : page, cookie);
}

/** What a form sent without a session, kept on the page to sign in on; where it can be read. */
async function carry(services: Services, request: Request, endpoint: Listed): Promise<Response> {
  const sent = await read(request, endpoint);
  const kept = "problem" in sent ? undefined : signInCarrying(services, request, sent.fields);
  return kept ?? toSignIn(request);
}
