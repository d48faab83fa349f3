import type { Context } from "hono";
import { refusalAt } from "../../domain/consultation/life.ts";
import { ACCESSIBILITY } from "../../domain/paths.ts";
import { AccessibilityPage } from "../../web/accessibility/accessibility-page.tsx";
import { pageAnswer, pageProps } from "../http/answers.tsx";
import type { Consultations } from "../memory/consultations.ts";
import type { NewestViews } from "../memory/newest-view.ts";
import type { Services } from "../services.ts";
import type { App, Environment } from "../http/environment.ts";
import { shareRoutes } from "./share.tsx";

/** The pages that everybody may read: results, how accessible all this is. */
export function pageRoutes(
  app: App,
  services: Services,
  consultations: Consultations,
  newestOf: NewestViews,
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

  /** What every results page is made from; without a view before the first release. */
  const asked = async (context: Context<Environment>) => {
    const known = context.get("known");
    const { definition: consultation } = known;
    const page = pageProps(services, context.req.raw, consultation.languages);
    const newest = await newestOf(known, page, context.req.query());
    return { ...page, consultation, calendar: newest.calendar, view: newest.view() };
  };

  shareRoutes(app, services, asked);
}
