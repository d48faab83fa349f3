import { stageAt } from "../../domain/consultation/life.ts";
import { hasClosed } from "../../domain/disclosure/schedule.ts";
import { PAPER } from "../../domain/paths.ts";
import { PaperPage } from "../../web/paper/paper-page.tsx";
import { ClosedPage } from "../../web/rate/closed-page.tsx";
import { localizeConsultation } from "../../web/respondent/localize.ts";
import { pageAnswer, pageProps } from "../http/answers.tsx";
import type { Services } from "../services.ts";
import type { App } from "../http/environment.ts";

/** The form on paper: for as long as a consultation takes answers, like the form on the page. */
export function paperRoutes(app: App, services: Services): void {
  app.get(PAPER, (context) => {
    const { definition, life } = context.get("known");
    const page = pageProps(services, context.req.raw, definition.languages);
    return hasClosed(definition, services.now())
      ? pageAnswer(
          <ClosedPage
            purged={life.purge !== undefined}
            because="consultation-closed"
            {...page}
            consultation={definition}
          />,
        )
      : pageAnswer(
          <PaperPage
            {...page}
            definition={definition}
            consultation={localizeConsultation(definition, page)}
            notYet={stageAt({ definition, life }, services.now()) === "scheduled"}
          />,
        );
  });
}
