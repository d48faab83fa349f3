import type { Context } from "hono";
import { definitionOf } from "../../../domain/draft/definition-of.ts";
import { languagesOf, zoneOf } from "../../../domain/draft/draft.ts";
import { NEW_LIFE, readStep, stepsAt } from "../../../domain/consultation/life.ts";
import { purgeState } from "../../../domain/consultation/purge.ts";
import { type OpeningStep, openingObstacles } from "../../../domain/draft/opening.ts";
import { momentIn } from "../../../domain/consultation/time-zone.ts";
import { staleTexts, untranslatedTexts } from "../../../domain/draft/texts.ts";
import { ORGANISE, organisePath } from "../../../domain/organiser/endpoints.ts";
import { secondPerson } from "../../../domain/organiser/proposal.ts";
import { PROBLEMS } from "../../../domain/problem.ts";
import { LifePage, type LifeView } from "../../../web/consultation/life-page.tsx";
import { IncompletePage, PreviewPage, withGaps } from "../../../web/draft/preview-page.tsx";
import { catalogueFor } from "../../../web/language/catalogue.ts";
import { pageAnswer, problemAnswer } from "../../http/answers.tsx";
import { known } from "../../memory/consultations.ts";
import { type Workpiece, workpieceOf } from "../../draft/drafting.ts";
import { takeStep } from "../../consultation/stepping.ts";
import { doneAt } from "../../organiser/done.ts";
import { afresh, guarded, type TeamActor } from "../../organiser/guard.tsx";
import { seenProposal } from "../../organiser/proposals.ts";
import { sectionView } from "../../organiser/view.ts";
import { newView } from "../../ballot/rate-view.ts";
import { languageOf } from "../../http/request.ts";
import type { Services } from "../../services.ts";
import type { App, Environment } from "../../http/environment.ts";

/** Looking at a consultation as respondents will, and the steps of its life. */
export function lifeRoutes(app: App, services: Services): void {
  guarded(app, services, ORGANISE.previewPage, async (context, actor) => {
    const request = context.req.raw;
    const work = await workpieceOf(actor.section, services.now);
    if (work === undefined) return problemAnswer(context, services, { problem: "page-unknown" });
    const { draft } = work;
    const made = definitionOf(draft);
    const faults = "faults" in made ? made.faults : [];
    const language = languageOf(request, languagesOf(draft));
    const text = catalogueFor(language);
    const definition =
      "consultation" in made ? made.consultation : withGaps(text, draft, services.now());
    if (definition === undefined) {
      const page = await sectionView(services, request, actor);
      return pageAnswer(<IncompletePage {...page} draft={draft} faults={faults} />);
    }
    const view = newView(services, known({ definition, life: NEW_LIFE }), language);
    const { assets } = services;
    return pageAnswer(<PreviewPage {...{ language, text, assets, view, draft, faults }} />);
  });

  guarded(app, services, ORGANISE.lifePage, async (context, actor) =>
    lifePage(services, context, actor),
  );

  guarded(app, services, ORGANISE.step, async (context, actor, { fields }) => {
    const request = context.req.raw;
    const step = readStep(fields.get("step"));
    const text = (name: string) => (fields.get(name) ?? "").replace(/\s+/g, " ").trim();
    const work = await workpieceOf(actor.section, services.now);
    const languages = work === undefined ? [] : languagesOf(work.draft);
    const entered = {
      note: Object.fromEntries(languages.map((one) => [one, text(`note.${one}`)])),
      closesAt: text("closesAt"),
    };
    const given = {
      note: entered.note,
      closesAt: momentIn(zoneOfWork(work), entered.closesAt),
      untranslated: Number(fields.get("untranslated") ?? 0),
    };
    const asSeen = work?.stage === fields.get("stage");
    const problem =
      step === undefined || !asSeen
        ? ({ problem: "step-refused" } as const)
        : fields.get("confirmed") === "yes"
          ? await takeStep(services, actor, step, given)
          : ({ problem: "step-unconfirmed" } as const);
    if (problem !== undefined) {
      return lifePage(services, context, afresh(services, actor), { step, problem, entered });
    }
    const to = { id: actor.consultation, lang: languageOf(request) };
    const isProposed = step === "close" && work?.published?.definition.twoPersons === true;
    const code = isProposed ? "close-proposed" : (`life-${step!}` as const);
    return doneAt(services, actor, organisePath(ORGANISE.lifePage, to), code);
  });
}

/** The zone in which a consultation's moments are told and entered. */
const zoneOfWork = (work: Workpiece | undefined): string =>
  work === undefined ? "UTC" : (work.published?.definition.timeZone ?? zoneOf(work.draft));

/** Where a consultation stands and what can be done, with the step that was refused. */
export async function lifePage(
  services: Services,
  context: Context<Environment>,
  actor: TeamActor,
  refused?: LifeView["refused"],
): Promise<Response> {
  const { now } = services;
  const { organiser, section } = actor;
  const work = await workpieceOf(section, now);
  if (work === undefined) return problemAnswer(context, services, { problem: "page-unknown" });
  const { published } = work;
  const dates = published?.definition ?? work.draft.fields;
  const obstacles = (step: OpeningStep) =>
    published === undefined ? openingObstacles(work.draft, step, now()) : [];
  const { members } = await section.team();
  const view: LifeView = {
    stage: work.stage,
    timeZone: zoneOfWork(work),
    opensAt: dates["opensAt"],
    closesAt: dates["closesAt"],
    steps: stepsAt(published, now()),
    draft: work.draft,
    obstacles: { open: obstacles("open"), schedule: obstacles("schedule") },
    untranslated: published === undefined ? untranslatedTexts(work.draft).length : 0,
    stale: staleTexts(work.draft),
    purge: published && purgeState(published, now()),
    closing: secondPerson(published?.definition, members, organiser.id),
    proposal: await seenProposal(actor, "close"),
    refused,
  };
  return pageAnswer(
    <LifePage {...await sectionView(services, context.req.raw, actor)} view={view} />,
    refused === undefined ? 200 : PROBLEMS[refused.problem.problem],
  );
}
