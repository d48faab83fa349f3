import { ORGANISE, organisePath } from "../../../domain/organiser/endpoints.ts";
import { DeleteDraftPage } from "../../../web/draft/bin-page.tsx";
import { binDraft, restoreDraft } from "../../draft/binning.ts";
import { workpieceOf } from "../../draft/drafting.ts";
import { pageAnswer, problemAnswer } from "../../http/answers.tsx";
import type { App } from "../../http/environment.ts";
import { languageOf } from "../../http/request.ts";
import { doneAt } from "../../organiser/done.ts";
import { goTo, guarded } from "../../organiser/guard.tsx";
import { sectionView } from "../../organiser/view.ts";
import type { Services } from "../../services.ts";

/** Deleting a draft, and bringing it back. */
export function binRoutes(app: App, services: Services): void {
  guarded(app, services, ORGANISE.deleteDraftPage, async (context, actor) => {
    const work = await workpieceOf(actor.section, services.now);
    if (work === undefined) return problemAnswer(context, services, { problem: "page-unknown" });
    const to = { id: actor.consultation, lang: languageOf(context.req.raw) };
    if (work.published !== undefined) return goTo(organisePath(ORGANISE.lifePage, to));
    return pageAnswer(<DeleteDraftPage {...await sectionView(services, context.req.raw, actor)} />);
  });

  for (const [endpoint, act, code] of [
    [ORGANISE.deleteDraft, binDraft, "draft-binned"],
    [ORGANISE.restoreDraft, restoreDraft, "draft-restored"],
  ] as const) {
    guarded(app, services, endpoint, async (context, actor) => {
      const problem = await act(services, actor);
      if (problem !== undefined) return problemAnswer(context, services, problem);
      const home = organisePath(ORGANISE.home, { lang: languageOf(context.req.raw) });
      return doneAt(services, actor, home, code);
    });
  }
}
