import { definitionOf } from "../../../domain/making/definition-of.ts";
import { NEW_LIFE, readStep, stepsAt } from "../../../domain/making/life.ts";
import { staleTexts } from "../../../domain/making/texts.ts";
import { ORGANISE, organisePath } from "../../../domain/organiser/endpoints.ts";
import { PROBLEMS } from "../../../domain/problem.ts";
import { LifePage, type LifeView } from "../../../web/making/life-page.tsx";
import { IncompletePage, PreviewPage } from "../../../web/making/preview-page.tsx";
import { pageAnswer, problemAnswer } from "../../answers.tsx";
import { known } from "../../consultations.ts";
import { loadWorkpiece } from "../../making/drafting.ts";
import { takeStep } from "../../making/stepping.ts";
import { goTo, guarded, type TeamActor } from "../../organise/guard.tsx";
import { consoleView, sectionView } from "../../organise/view.ts";
import { newView } from "../../rate-view.ts";
import { languageOf } from "../../request.ts";
import type { Services } from "../../services.ts";
import type { App } from "../environment.ts";

/** Looking at a consultation as respondents will, and the steps of its life. */
export function lifeRoutes(app: App, services: Services): void {
  guarded(app, services, ORGANISE.previewPage, async (context, actor) => {
    const request = context.req.raw;
    const work = await loadWorkpiece(services, actor.consultation);
    if (work === undefined) return problemAnswer(context, services, { problem: "page-unknown" });
    const made = definitionOf(work.draft);
    if ("faults" in made) {
      return pageAnswer(
        <IncompletePage
          {...await sectionView(services, request, actor)}
          draft={work.draft}
          faults={made.faults}
        />,
      );
    }
    const one = known({ definition: made.consultation, life: NEW_LIFE });
    const view = newView(services, one, languageOf(request));
    return pageAnswer(<PreviewPage {...consoleView(services, request)} view={view} />);
  });

  const page = async (request: Request, actor: TeamActor, refused?: LifeView["refused"]) => {
    const work = await loadWorkpiece(services, actor.consultation);
    if (work === undefined) return undefined;
    const made = definitionOf(work.draft);
    const dates = work.published?.definition ?? work.draft.fields;
    const view: LifeView = {
      stage: work.stage,
      opensAt: dates["opensAt"],
      closesAt: dates["closesAt"],
      steps: stepsAt(work.published, services.now()),
      draft: work.draft,
      faults: "faults" in made ? made.faults : [],
      stale: staleTexts(work.draft),
      refused,
    };
    return pageAnswer(
      <LifePage {...await sectionView(services, request, actor)} view={view} />,
      refused === undefined ? 200 : PROBLEMS[refused.problem.problem],
    );
  };

  guarded(
    app,
    services,
    ORGANISE.lifePage,
    async (context, actor) =>
      (await page(context.req.raw, actor)) ??
      problemAnswer(context, services, { problem: "page-unknown" }),
  );

  guarded(app, services, ORGANISE.step, async (context, actor, { fields }) => {
    const request = context.req.raw;
    const step = readStep(fields.get("step"));
    const text = (name: string) => (fields.get(name) ?? "").replace(/\s+/g, " ").trim();
    const note = { en: text("note.en"), ru: text("note.ru"), kk: text("note.kk") };
    const work = await loadWorkpiece(services, actor.consultation);
    const asSeen = work?.stage === fields.get("stage");
    const problem =
      step === undefined || !asSeen
        ? ({ problem: "step-refused" } as const)
        : fields.get("confirmed") === "yes"
          ? await takeStep(services, actor, step, note)
          : ({ problem: "step-unconfirmed" } as const);
    if (problem !== undefined) {
      return (
        (await page(request, actor, { step, problem, note })) ??
        problemAnswer(context, services, { problem: "page-unknown" })
      );
    }
    const to = { id: actor.consultation, lang: languageOf(request) };
    return goTo(organisePath(ORGANISE.lifePage, to));
  });
}
