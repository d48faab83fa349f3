import { phaseAt } from "../../domain/disclosure/calendar.ts";
import { CATALOGUES } from "../../web/language/catalogue.ts";
import { PaperPage } from "../../web/paper/paper-page.tsx";
import { ClosedPage } from "../../web/rate/closed-page.tsx";
import { localizeConsultation } from "../../web/rate/localize.ts";
import { pageAnswer } from "../answers.tsx";
import { languageOf } from "../request.ts";
import type { Services } from "../services.ts";
import type { App } from "./environment.ts";

/** The form on paper: for as long as a consultation takes answers, like the form on the page. */
export function paperRoutes(app: App, services: Services): void {
  const { assets } = services;
  app.get("/c/:id/paper", (context) => {
    const { definition } = context.get("known");
    const language = languageOf(context.req.raw);
    const page = { language, text: CATALOGUES[language], assets };
    return phaseAt(definition.closesAt, services.now()) === "closed"
      ? pageAnswer(<ClosedPage because="consultation-closed" {...page} consultation={definition} />)
      : pageAnswer(
          <PaperPage {...page} consultation={localizeConsultation(definition, language)} />,
        );
  });
}
