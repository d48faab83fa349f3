import type { Context } from "hono";
import type { Consultation } from "../../domain/consultation/definition.ts";
import { daysOf } from "../../domain/news/days.ts";
import { newsFor, newsOf, type Wanted } from "../../domain/news/news.ts";
import type { NewsRelease } from "../../domain/news/event.ts";
import { CALENDAR_FILE, FEED_ATOM, FEED_JSON } from "../../domain/paths.ts";
import { isMadeUp } from "../../domain/response/made-up.ts";
import { atomOf } from "../../web/news/atom.ts";
import { type Feed, feedOf, updatedAt } from "../../web/news/feed.ts";
import { iCalendarOf } from "../../web/news/icalendar.ts";
import { jsonFeedOf } from "../../web/news/json-feed.ts";
import { pageProps, problemAnswer } from "../http/answers.tsx";
import { isFresh } from "../http/conditional.ts";
import type { App, Environment } from "../http/environment.ts";
import type { PublishedReleases } from "../memory/releases.ts";
import type { Responses } from "../memory/responses.ts";
import { sha256 } from "../secrets.ts";
import type { Services } from "../services.ts";

/** For so many seconds a reader need not ask again: nobody waits for news by the second. */
const KEPT = 300;

/** News and days of a consultation, for feed readers and calendars. Open to everybody. */
export function newsRoutes(
  app: App,
  services: Services,
  published: PublishedReleases,
  responses: Responses,
): void {
  /** The releases as far as the newest one is known, by which alone it can be told whether one is final. */
  const releasesOf = async (id: string): Promise<NewsRelease[]> => {
    const [newest, all] = [await published.newest(id), await published.list(id)];
    const last = newest?.release;
    return all
      .filter(({ release }) => release <= (last?.release ?? 0))
      .map((one) => ({ ...one, final: one.release === last?.release && last.final }));
  };

  const serve = (path: string, contentType: string, make: (asked: Asked) => Promise<Made>) =>
    app.get(path, async (context) => {
      const { definition: consultation } = context.get("known");
      const wanted = wantedIn(context);
      if (wanted === undefined)
        return problemAnswer(context, services, { problem: "page-unknown" });
      const page = pageProps(services, context.req.raw, consultation.languages);
      const { text, modified } = await make({ ...page, consultation, wanted });
      return newsAnswer(context.req.raw, services.now(), {
        text,
        contentType,
        modified: new Date(modified),
        traceless: consultation.disclosure === "at-risk",
      });
    });

  const feed =
    (write: (feed: Feed) => string) =>
    async ({ consultation, wanted, ...page }: Asked): Promise<Made> => {
      const { id } = consultation;
      const entries = await responses(id);
      const news = newsOf({
        consultation,
        releases: await releasesOf(id),
        entries,
        now: services.now(),
      });
      const madeUp = isMadeUp((await published.newest(id))?.release, entries);
      const made = feedOf({ ...page, consultation, news, wanted, madeUp });
      return { text: write(made), modified: made.updated };
    };
  serve(FEED_ATOM, "application/atom+xml; charset=utf-8", feed(atomOf));
  serve(FEED_JSON, "application/feed+json; charset=utf-8", feed(jsonFeedOf));

  serve(
    CALENDAR_FILE,
    "text/calendar; charset=utf-8",
    async ({ consultation, wanted, ...page }) => {
      const entries = await responses(consultation.id);
      const days = newsFor(daysOf(consultation, entries, services.now()), wanted);
      const changes = days.map(({ changedAt }) => ({ updated: changedAt }));
      return {
        text: iCalendarOf({ ...page, consultation, days, madeUp: isMadeUp(undefined, entries) }),
        modified: updatedAt(consultation, changes),
      };
    },
  );
}

interface Made {
  text: string;
  modified: string;
}

type Asked = ReturnType<typeof pageProps> & { consultation: Consultation; wanted: Wanted };

/** What of the news is wanted; `undefined` where a code is none of the consultation's. */
function wantedIn(context: Context<Environment>): Wanted | undefined {
  const { addressees, recommendations } = context.get("known").definition;
  const { addressee, recommendation } = context.req.query();
  const isIn = (all: readonly { code: string }[], code: string | undefined) =>
    code === undefined || all.some((one) => one.code === code);
  return isIn(addressees, addressee) && isIn(recommendations, recommendation)
    ? { addressee, recommendation }
    : undefined;
}

/** A file that readers fetch again and again, mostly in vain; `traceless` ones stay on no device. */
function newsAnswer(
  request: Request,
  now: Date,
  {
    text,
    contentType,
    modified,
    traceless,
  }: { text: string; contentType: string; modified: Date; traceless: boolean },
): Response {
  const tag = sha256(text).slice(0, 32);
  const headers: Record<string, string> = {
    // In the language that the asker prefers, where the address names none.
    Vary: "Accept-Encoding, Accept-Language",
    "Cache-Control": traceless ? "no-store" : `public, max-age=${KEPT}`,
    ...(!traceless && { ETag: `"${tag}"`, "Last-Modified": modified.toUTCString() }),
  };
  if (!traceless && isFresh(request, { tag, modified }, now)) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(text, { headers: { ...headers, "Content-Type": contentType } });
}
