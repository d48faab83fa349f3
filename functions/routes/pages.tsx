import type { Context } from "hono";
import { refusalAt } from "../../domain/consultation/life.ts";
import { ACCESSIBILITY } from "../../domain/paths.ts";
import { AccessibilityPage } from "../../web/accessibility/accessibility-page.tsx";
import { readChoices } from "../../web/results/facts/choices.ts";
import { resultsView } from "../../web/results/facts/make-view.ts";
import { pageAnswer, pageProps } from "../http/answers.tsx";
import { calendarsOf } from "../memory/calendars.ts";
import type { Consultations } from "../memory/consultations.ts";
import type { PublishedReleases } from "../memory/releases.ts";
import type { Services } from "../services.ts";
import type { App, Environment } from "../http/environment.ts";
import { shareRoutes } from "./share.tsx";

/** The pages that everybody may read: results, how accessible all this is. */
export function pageRoutes(
  app: App,
  services: Services,
  consultations: Consultations,
  published: PublishedReleases,
): void {
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
    const shown = { ...page, consultation, calendar };
    const view =
      newest && resultsView({ ...shown, choices, release: newest.release, hash: newest.hash });
    return { ...shown, view };
  };

  shareRoutes(app, services, asked);
}
