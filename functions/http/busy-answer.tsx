import type { Language } from "../../domain/language.ts";
import { API_ROOT } from "../../domain/paths.ts";
import { problemDocument, PROBLEMS } from "../../domain/problem.ts";
import { catalogueFor } from "../../web/language/catalogue.ts";
import { BusyPage } from "../../web/page/busy-page.tsx";
import type { Services } from "../services.ts";
import { pageText } from "./answers.tsx";
import { languageOf } from "./request.ts";
import { SECURITY_HEADERS } from "./security-headers.ts";

/** After how many seconds to try again, at least; up to as many more by chance, so that not all come back at once. */
const RETRY_AFTER = 2;
/** A browser that reads tries again by itself, not as soon as a program may. */
const REFRESH = 5;

/** The refusal of a request that was not begun: made once for each language, and only copied then. */
export function busyAnswers({ assets }: Pick<Services, "assets">): (request: Request) => Response {
  const made = new Map<string, string>();
  const madeFor = (language: Language, isPage: boolean): string => {
    const place = `${language} ${isPage}`;
    const text = catalogueFor(language);
    const body =
      made.get(place) ??
      (isPage
        ? pageText(<BusyPage {...{ language, text, assets }} />)
        : JSON.stringify(problemDocument({ problem: "busy" }, text.problems.busy)));
    made.set(place, body);
    return body;
  };
  return (request) => {
    const isPage =
      !new URL(request.url).pathname.startsWith(API_ROOT) &&
      request.headers.get("Accept") !== "application/problem+json";
    const later = RETRY_AFTER + Math.floor(Math.random() * (RETRY_AFTER + 1));
    return new Response(madeFor(languageOf(request), isPage), {
      status: PROBLEMS.busy,
      headers: {
        ...SECURITY_HEADERS,
        "Content-Type": isPage ? "text/html; charset=utf-8" : "application/problem+json",
        "Cache-Control": "no-store",
        "Retry-After": String(later),
        // Never after a form: what was entered would be lost.
        ...(isPage && request.method === "GET" && { Refresh: String(REFRESH + later) }),
      },
    });
  };
}
