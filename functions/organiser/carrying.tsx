/**
 * Nothing that was entered is lost because a session is over: the page to sign in on carries it along, and
 * whoever signs in sends it on at the press of a button. It is sent for the organiser alone on whose page it
 * was entered, which the form's token tells, and judged like any other form when it arrives.
 */
import { markOf } from "../../domain/draft/mark.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import type { ProblemCode } from "../../domain/problem.ts";
import type { Carried, WayBack } from "../../web/organiser/carried.tsx";
import { CARRY } from "../../web/organiser/live/carry.ts";
import { SendOnPage } from "../../web/organiser/send-on-page.tsx";
import { SignInPage } from "../../web/organiser/sign-in-page.tsx";
import { pageAnswer, pageProps } from "../http/answers.tsx";
import type { Services } from "../services.ts";
import type { Organiser } from "../store/organisers.ts";
import { isOwnForm, type Session } from "./session.ts";
import { endpointAt, wayWithin } from "./way-back.ts";

/** The page to sign in on with everything that a form has sent; `undefined` where nothing was entered. */
export function signInCarrying(
  services: Pick<Services, "assets">,
  request: Request,
  fields: URLSearchParams,
): Response | undefined {
  const carried = carriedBy(request, fields);
  if (carried.fields.every(([name]) => name === "csrf" || name === "do")) return undefined;
  return pageAnswer(<SignInPage {...pageProps(services, request)} carried={carried} />, 403);
}

/** What a form has sent to its address, without what was only looked at. */
export function carriedBy(request: Request, fields: URLSearchParams): Carried {
  const { pathname, search } = new URL(request.url);
  const isSeen = (name: string, value: string) =>
    fields.get(`seen.${name}`) === markOf(value.replaceAll("\r\n", "\n"));
  const all = [...fields].filter(
    ([name, value]) =>
      !isSeen(name, value) &&
      !(name.startsWith("seen.") && isSeen(name.slice(5), fields.get(name.slice(5)) ?? "")),
  );
  return { to: pathname + search, fields: all };
}

/** Where a sign-in leads, as its form or its address says; what leads out of the console is dropped. */
export function wayBackIn(fields: URLSearchParams): WayBack {
  const to = fields.get("to") ?? "";
  const carried = [...fields]
    .filter(([name]) => name.startsWith(CARRY))
    .map(([name, value]) => [name.slice(CARRY.length), value] as const);
  if (carried.length === 0) return { to: wayWithin(to, "GET") };
  const target = wayWithin(to, "POST");
  return target === undefined ? {} : { carried: { to: target, fields: carried } };
}

/** The page from which whoever has signed in again sends on what was carried. */
export function sendOnPage(
  services: Pick<Services, "assets">,
  request: Request,
  { organiser, session }: { organiser: Organiser; session: Session },
  { to, fields }: Carried,
  status = 200,
  problem?: ProblemCode,
): Response {
  const page = pageProps(services, request);
  const token = fields.find(([name]) => name === "csrf")?.[1];
  const { pathname } = new URL(to, request.url);
  const endpoint = endpointAt(pathname, "POST");
  return pageAnswer(
    <SendOnPage
      {...page}
      signedIn={{ name: organiser.name, formToken: session.formToken }}
      carried={{ to, fields: fields.filter(([name]) => name !== "csrf") }}
      back={wayWithin(to, "GET") ?? organisePath(ORGANISE.home, { lang: page.language })}
      parts={endpoint?.body === "parts"}
      another={!isOwnForm(session, token)}
      problem={problem}
    />,
    status,
  );
}
