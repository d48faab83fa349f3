import { isMadeUp } from "../../domain/response/made-up.ts";
import { RESULTS } from "../../domain/paths.ts";
import { queryOf } from "../../web/results/facts/choices.ts";
import { ResultsPage } from "../../web/results/results-page.tsx";
import { pageProps, pageText } from "../http/answers.tsx";
import type { App } from "../http/environment.ts";
import { madeAnswer } from "../http/made-answer.ts";
import { pageInTurn } from "../http/page-in-turn.ts";
import type { Consultations } from "../memory/consultations.ts";
import { logHeads } from "../memory/log-heads.ts";
import type { MadePages } from "../memory/made-pages.ts";
import { neighbours } from "../memory/neighbours.ts";
import type { NewestViews } from "../memory/newest-view.ts";
import type { PublishedReleases } from "../memory/releases.ts";
import type { Services } from "../services.ts";

/** The results page: made once for each release, language, choice and state of the calendar. */
export function resultsPageRoute(
  app: App,
  services: Services,
  consultations: Consultations,
  published: PublishedReleases,
  newestOf: NewestViews,
  pages: MadePages,
): void {
  const headOf = logHeads(services);

  app.get(RESULTS, async (context) => {
    const known = context.get("known");
    const { definition: consultation } = known;
    const { id } = consultation;
    const page = pageProps(services, context.req.raw, consultation.languages);
    const { choices, calendar, entries, stamp, view } = await newestOf(
      known,
      page,
      context.req.query(),
    );
    const releases = await published.list(id);
    const log = await headOf(id);
    const waves = await neighbours(consultations, known);
    // That ballots are simulated, the notice of the release says.
    const madeUp = isMadeUp(undefined, entries);
    const make = () =>
      pageText(
        <ResultsPage
          {...page}
          {...{ consultation, calendar, view: view(), madeUp, releases, log, waves }}
        />,
      );
    const place = JSON.stringify(["results", id, page.language, queryOf(choices), page.origin]);
    const of = JSON.stringify([
      stamp,
      [releases.length, releases[0]?.hash],
      [log?.count, log?.hash],
      [waves.earlier, ...waves.later].map((one) => one && [one.id, one.title]),
    ]);
    const isAtRisk = consultation.disclosure === "at-risk";
    return madeAnswer(context.req.raw, await pageInTurn(context, pages, place, of, make), isAtRisk);
  });
}
