import { RESULTS } from "../../domain/paths.ts";
import { queryOf, readChoices } from "../../web/results/facts/choices.ts";
import { resultsView } from "../../web/results/facts/make-view.ts";
import { ResultsPage } from "../../web/results/results-page.tsx";
import { pageProps, pageText } from "../http/answers.tsx";
import type { App } from "../http/environment.ts";
import { madeAnswer } from "../http/made-answer.ts";
import { calendarsOf } from "../memory/calendars.ts";
import type { Consultations } from "../memory/consultations.ts";
import { logHeads } from "../memory/log-heads.ts";
import { madePages } from "../memory/made-pages.ts";
import { neighbours } from "../memory/neighbours.ts";
import type { PublishedReleases } from "../memory/releases.ts";
import type { Services } from "../services.ts";

/** The results page: made once for each release, language, choice and state of the calendar. */
export function resultsPageRoute(
  app: App,
  services: Services,
  consultations: Consultations,
  published: PublishedReleases,
): void {
  const headOf = logHeads(services);
  const calendarOf = calendarsOf(services);
  const pages = madePages();

  app.get(RESULTS, async (context) => {
    const known = context.get("known");
    const { definition: consultation } = known;
    const { id } = consultation;
    const page = pageProps(services, context.req.raw, consultation.languages);
    const newest = await published.newest(id);
    const releases = await published.list(id);
    const log = await headOf(id);
    const choices = readChoices(context.req.query(), newest?.release);
    const calendar = calendarOf(known, newest);
    const waves = await neighbours(consultations, known);
    const make = () => {
      const asked = { ...page, consultation, calendar };
      const view =
        newest && resultsView({ ...asked, choices, release: newest.release, hash: newest.hash });
      return pageText(<ResultsPage {...asked} {...{ view, releases, log, waves }} />);
    };
    const place = JSON.stringify([id, page.language, queryOf(choices), page.origin]);
    // Of the clock it has the state alone, which is asked anew for each reader.
    const of = JSON.stringify([
      known.version,
      newest?.hash,
      [releases.length, releases[0]?.hash],
      [log?.count, log?.hash],
      calendar.state,
      [waves.earlier, ...waves.later].map((one) => one && [one.id, one.title]),
    ]);
    const isAtRisk = consultation.disclosure === "at-risk";
    return madeAnswer(context.req.raw, pages.get(place, of, make), isAtRisk);
  });
}
