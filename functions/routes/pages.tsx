import type { Context } from "hono";
import { renderToString } from "preact-render-to-string";
import { refusalAt, type Stage, stageAt } from "../../domain/consultation/life.ts";
import { ACCESSIBILITY, CHART, EMBED, HOME } from "../../domain/paths.ts";
import { AccessibilityPage } from "../../web/accessibility/accessibility-page.tsx";
import { HomePage } from "../../web/home/home-page.tsx";
import { OverviewFile } from "../../web/results/chart/overview-file.tsx";
import { RecommendationFile } from "../../web/results/chart/recommendation-file.tsx";
import { readChoices } from "../../web/results/facts/choices.ts";
import { EmbedPage } from "../../web/results/embed-page.tsx";
import type { ResultsView } from "../../web/results/facts/view.ts";
import { resultsView } from "../../web/results/facts/make-view.ts";
import { pageAnswer, pageProps, problemAnswer } from "../http/answers.tsx";
import { calendarsOf } from "../memory/calendars.ts";
import type { Consultations } from "../memory/consultations.ts";
import type { PublishedReleases } from "../memory/releases.ts";
import { mayBeFramed } from "../http/security-headers.ts";
import type { Services } from "../services.ts";
import type { App, Environment } from "../http/environment.ts";

/** Stages in which a consultation stands on the start page. Its own page is there in all but a draft. */
const LISTED: ReadonlySet<Stage> = new Set(["open", "paused", "closed"]);

/** The pages that everybody may read: the list of consultations, results, how accessible all this is. */
export function pageRoutes(
  app: App,
  services: Services,
  consultations: Consultations,
  published: PublishedReleases,
): void {
  app.get(HOME, async (context) => {
    const all = await consultations.all();
    return pageAnswer(
      <HomePage
        {...pageProps(services, context.req.raw)}
        consultations={all
          .filter((known) => LISTED.has(stageAt(known, services.now())))
          .map((known) => known.definition)}
      />,
    );
  });

  app.get(ACCESSIBILITY, async (context) => {
    const all = await consultations.all();
    return pageAnswer(
      <AccessibilityPage
        {...pageProps(services, context.req.raw)}
        onPaper={all
          .filter((known) => refusalAt(known, services.now()) === undefined)
          .map((known) => known.definition)}
      />,
    );
  });

  const calendarOf = calendarsOf(services);

  /** What every results page is made from; without a view before the first release. */
  const asked = async (context: Context<Environment>) => {
    const known = context.get("known");
    const { definition: consultation } = known;
    const page = pageProps(services, context.req.raw, consultation.languages);
    const newest = await published.newest(consultation.id);
    const choices = readChoices(context.req.query(), newest?.release);
    const calendar = calendarOf(known, newest);
    if (newest === undefined) return { ...page, consultation, calendar, view: undefined };
    const { release, hash } = newest;
    const view = resultsView({ ...page, consultation, calendar, choices, release, hash });
    return { ...page, consultation, calendar, view };
  };

  app.get(EMBED, async (context) =>
    mayBeFramed(pageAnswer(<EmbedPage {...await asked(context)} />)),
  );

  app.get(`${CHART}{[^/]+\\.svg}`, async (context) => {
    const { view } = await asked(context);
    if (view === undefined) return problemAnswer(context, services, { problem: "release-unknown" });
    const name = context.req.param("chart").replace(/\.svg$/, "");
    const row = view.rows.find(({ code }) => code === name);
    if (name === "overview") return chartAnswer(view, name, <OverviewFile view={view} />);
    return row === undefined
      ? problemAnswer(context, services, { problem: "page-unknown" })
      : chartAnswer(view, name, <RecommendationFile view={view} row={row} />);
  });
}

/** A file to keep under a name, which may have letters of any script (RFC 6266). */
function attachment(name: string): string {
  const plain = name.replace(/[^\w.-]/g, "_");
  const whole = plain === name ? "" : `; filename*=UTF-8''${encodeURIComponent(name)}`;
  return `attachment; filename="${plain}"${whole}`;
}

/** A chart as a file to keep, which needs nothing beside itself. */
const chartAnswer = ({ release }: ResultsView, name: string, chart: preact.JSX.Element): Response =>
  new Response(renderToString(chart), {
    headers: {
      "Content-Type": "image/svg+xml; charset=utf-8",
      "Content-Disposition": attachment(`${release.consultation}-${release.release}-${name}.svg`),
      "Cache-Control": "no-cache",
    },
  });
