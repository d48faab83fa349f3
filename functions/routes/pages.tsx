import { CATALOGUES } from "../../web/language/catalogue.ts";
import { HomePage } from "../../web/home/home-page.tsx";
import { ResultsPage } from "../../web/results/results-page.tsx";
import { pageAnswer } from "../answers.tsx";
import type { Consultations } from "../consultations.ts";
import type { PublishedReleases } from "../published.ts";
import { languageOf } from "../request.ts";
import type { Services } from "../services.ts";
import type { App } from "./environment.ts";

/** The pages that everybody may read: the list of consultations, and results. */
export function pageRoutes(
  app: App,
  services: Services,
  consultations: Consultations,
  published: PublishedReleases,
): void {
  const { assets } = services;
  app.get("/", async (context) => {
    const language = languageOf(context.req.raw);
    const all = await consultations.all();
    return pageAnswer(
      <HomePage
        language={language}
        text={CATALOGUES[language]}
        assets={assets}
        consultations={all.map((known) => known.definition)}
      />,
    );
  });

  app.get("/c/:id/results", async (context) => {
    const { definition } = context.get("known");
    const language = languageOf(context.req.raw);
    const newest = await published.newest(definition.id);
    return pageAnswer(
      <ResultsPage
        language={language}
        text={CATALOGUES[language]}
        assets={assets}
        consultation={definition}
        release={newest?.release}
        hash={newest?.hash}
        sort={context.req.query("sort")}
      />,
    );
  });
}
