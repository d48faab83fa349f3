import type { Context } from "hono";
import type { JSX } from "preact";
import type { Language } from "../../domain/language.ts";
import { API_ROOT } from "../../domain/paths.ts";
import { renderToString } from "preact-render-to-string";
import { type Problem, problemDocument, PROBLEMS } from "../../domain/problem.ts";
import { catalogueFor } from "../../web/language/catalogue.ts";
import { ProblemPage } from "../../web/page/problem-page.tsx";
import { isScript, languageOf } from "./request.ts";
import type { Known } from "../memory/consultations.ts";
import type { Services } from "../services.ts";

/** Seconds after which a client may try again when we are busy. */
const RETRY_AFTER = "2";

/** A page as text. */
export const pageText = (page: JSX.Element): string => `<!doctype html>${renderToString(page)}`;

/** A page as an answer. Pages may hold a receipt, so none is ever stored on the way or the device. */
export const pageAnswer = (page: JSX.Element, status = 200): Response => {
  const bytes = Buffer.from(pageText(page));
  return new Response(bytes, {
    status,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Length": String(bytes.byteLength),
      "Cache-Control": "no-store",
      ...(status === 401 && ASKS_FOR_BEARER),
    },
  });
};

/** A 401 says by what it could be none (RFC 9110, 15.5.2). Browsers ask nobody for it. */
const ASKS_FOR_BEARER = { "WWW-Authenticate": "Bearer" };

/**
 * What every page is drawn with: the reader's language, its texts, the built files, and under which
 * address people find us (`PUBLIC_URL`, or the name that was asked for). A page about a
 * consultation is there in the languages of that consultation, any other in those that Kenes speaks.
 */
export function pageProps(
  { assets }: Pick<Services, "assets">,
  request: Request,
  languages?: readonly Language[],
) {
  const language = languageOf(request, languages);
  const { origin } = new URL(request.url);
  return { language, text: catalogueFor(language), assets, origin };
}

/** Says after how many seconds to try again, where a refusal knows. */
export function waiting(answer: Response, problem: Problem | undefined): Response {
  if (problem?.retryAfter !== undefined) {
    answer.headers.set("Retry-After", String(problem.retryAfter));
  }
  return answer;
}

/** JSON as an answer that is not to be stored. */
export const jsonAnswer = (value: unknown, status = 200): Response =>
  new Response(JSON.stringify(value), {
    status,
    headers: { "Content-Type": "application/json", "Cache-Control": "no-store" },
  });

/** A refusal as an answer: RFC 9457 for the API, a page with the same sentence for people. */
export function problemAnswer(
  context: Context,
  services: Pick<Services, "assets">,
  problem: Problem,
  headers: Record<string, string> = {},
): Response {
  const known = context.get("known") as Known | undefined;
  const page = pageProps(services, context.req.raw, known?.definition.languages);
  const { text } = page;
  const status = PROBLEMS[problem.problem];
  const path = new URL(context.req.url).pathname;
  const answer =
    path.startsWith(API_ROOT) || isScript(context.req.raw)
      ? new Response(JSON.stringify(problemDocument(problem, text.problems[problem.problem])), {
          status,
          headers: {
            "Content-Type": "application/problem+json",
            "Cache-Control": "no-store",
            ...(status === 401 && ASKS_FOR_BEARER),
          },
        })
      : pageAnswer(<ProblemPage {...page} path={path} problem={problem} />, status);
  if (status === 503) answer.headers.set("Retry-After", RETRY_AFTER);
  waiting(answer, problem);
  for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value);
  return answer;
}
