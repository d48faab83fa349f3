import type { Context } from "hono";
import { refusalAt, stageAt } from "../../domain/consultation/life.ts";
import { ACCESSIBILITY, RESULTS } from "../../domain/paths.ts";
import { AccessibilityPage } from "../../web/accessibility/accessibility-page.tsx";
import { readChoices } from "../../web/results/facts/choices.ts";
import { ResultsPage } from "../../web/results/results-page.tsx";
import { resultsView } from "../../web/results/facts/make-view.ts";
import { pageAnswer, pageProps } from "../http/answers.tsx";
import type { Consultations } from "../memory/consultations.ts";
import { logHeads } from "../memory/log-heads.ts";
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

  const headOf = logHeads(services);

  /** What every results page is made from; without a view before the first release. */
  const asked = async (context: Context<Environment>) => {
    const { definition: consultation } = context.get("known");
    const page = pageProps(services, context.req.raw, consultation.languages);
    const newest = await published.newest(consultation.id);
    const choices = readChoices(context.req.query(), newest?.release);
    if (newest === undefined) return { ...page, consultation, view: undefined };
    const { release, hash } = newest;
    const view = resultsView({ ...page, consultation, choices, release, hash });
    return { ...page, consultation, view };
  };

  app.get(RESULTS, async (context) => {
    const known = context.get("known");
    const { id } = known.definition;
    const releases = await published.list(id);
    const log = await headOf(id);
    const isPaused = stageAt(known, services.now()) === "paused";
    const paused = isPaused ? { pause: known.life.pause } : undefined;
    return pageAnswer(<ResultsPage {...await asked(context)} {...{ releases, log, paused }} />);
  });

  shareRoutes(app, services, asked);
}
