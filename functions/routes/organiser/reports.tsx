import { ORGANISE, organisePath } from "../../../domain/organiser/endpoints.ts";
import { ReportsClearPage } from "../../../web/translating/reports-clear-page.tsx";
import { ReportsPage, withLook } from "../../../web/translating/reports-page.tsx";
import { isLookedFor, type ReportsLook } from "../../../web/translating/reports-view.ts";
import { doneWithReports, ownReports } from "../../draft/translating/reports.ts";
import { pageAnswer } from "../../http/answers.tsx";
import type { App } from "../../http/environment.ts";
import { doneAt } from "../../organiser/done.ts";
import { goTo, guarded } from "../../organiser/guard.tsx";
import type { Services } from "../../services.ts";
import { countTranslationReports } from "../../store/translation-reports.ts";
import { onPublished } from "./section.tsx";

/** Reports of bad translations: read, by place and language, and done with. */
export function reportRoutes(app: App, services: Services): void {
  guarded(app, services, ORGANISE.reports, (context, actor) =>
    onPublished(services, context, actor, async ({ definition, page }) => {
      const look = readLook(new URL(context.req.url).searchParams);
      const [reports, kept] = await Promise.all([
        ownReports(services, actor),
        countTranslationReports(services.db, definition.id),
      ]);
      return pageAnswer(<ReportsPage {...page} {...{ definition, look, reports, kept }} />);
    }),
  );

  guarded(app, services, ORGANISE.clearReportsPage, (context, actor) =>
    onPublished(services, context, actor, async ({ definition, language, page }) => {
      const look = readLook(new URL(context.req.url).searchParams);
      const reports = (await ownReports(services, actor)).filter((one) => isLookedFor(look, one));
      if (reports.length === 0) {
        return goTo(organisePath(ORGANISE.reports, { id: definition.id, lang: language }));
      }
      return pageAnswer(<ReportsClearPage {...page} {...{ definition, look, reports }} />);
    }),
  );

  guarded(app, services, ORGANISE.doneReports, (context, actor, { fields }) =>
    onPublished(services, context, actor, async ({ definition, language }) => {
      const look = readLook(fields);
      const done = await doneWithReports(services, actor, (fields.get("reports") ?? "").split(","));
      const to = withLook(
        organisePath(ORGANISE.reports, { id: definition.id, lang: language }),
        look,
      );
      return done === 0 ? goTo(to) : doneAt(services, actor, to, "reports-done");
    }),
  );
}

/** What is looked for, as an address or a form says it; what is none finds nothing. */
const readLook = (fields: URLSearchParams): ReportsLook => ({
  of: fields.get("of") ?? "",
  place: fields.get("place") ?? "",
  from: Number(/^\d{1,4}$/.exec(fields.get("from") ?? "")?.[0] ?? 0),
});
