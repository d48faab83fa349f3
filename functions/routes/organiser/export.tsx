import { exportRefused, isMoving } from "../../../domain/export/request.ts";
import { secondPerson } from "../../../domain/organiser/proposal.ts";
import type { DoneCode } from "../../../domain/organiser/done.ts";
import { ORGANISE, organisePath } from "../../../domain/organiser/endpoints.ts";
import { type Problem, PROBLEMS } from "../../../domain/problem.ts";
import { ExportPage } from "../../../web/export/export-page.tsx";
import type { ExportView } from "../../../web/export/view.ts";
import { pageAnswer, waiting } from "../../http/answers.tsx";
import { handedOut } from "../../export/handed-out.ts";
import { askExport } from "../../export/ask.ts";
import { followLink, isOneFile, linkToExport } from "../../export/download.ts";
import { cancelExport, retryExport } from "../../export/stop.ts";
import { doneAt } from "../../organiser/done.ts";
import { afresh, goTo, guarded, type TeamActor } from "../../organiser/guard.tsx";
import { seenProposal } from "../../organiser/proposals.ts";
import { sectionView } from "../../organiser/view.ts";
import type { PublishedReleases } from "../../memory/releases.ts";
import { languageOf } from "../../http/request.ts";
import { told } from "../../http/told.ts";
import type { Services } from "../../services.ts";
import { getExport } from "../../store/exports.ts";
import type { App } from "../../http/environment.ts";

/** After so many seconds a page that shows an export on its way is fetched again, without a script. */
const LOOK_AGAIN = 10;

/** Asking for single ballots, seeing how far they are, stopping, and downloading them. */
export function exportRoutes(app: App, services: Services, releases: PublishedReleases): void {
  const again = (request: Request, actor: TeamActor, problem: Problem) =>
    exportPage(services, releases, request, afresh(services, actor), problem);
  const addressOf = (request: Request, actor: TeamActor) => ({
    id: actor.consultation,
    lang: languageOf(request),
  });
  const doneOr = (
    request: Request,
    actor: TeamActor,
    problem: Problem | undefined,
    code: DoneCode,
  ) =>
    problem === undefined
      ? doneAt(services, actor, organisePath(ORGANISE.exportPage, addressOf(request, actor)), code)
      : again(request, actor, problem);

  guarded(app, services, ORGANISE.exportPage, (context, actor) =>
    exportPage(services, releases, context.req.raw, actor),
  );

  guarded(app, services, ORGANISE.askExport, async (context, actor, { fields }) => {
    const problem: Problem | undefined =
      fields.get("confirmed") === "yes"
        ? await askExport(services, releases, actor, { wanted: fields.get("language") })
        : { problem: "step-unconfirmed" };
    const published = await actor.section.published();
    const code = published?.definition.twoPersons === true ? "export-proposed" : "export-asked";
    return doneOr(context.req.raw, actor, problem, code);
  });

  guarded(app, services, ORGANISE.cancelExport, async (context, actor) =>
    doneOr(context.req.raw, actor, await cancelExport(services, actor), "export-cancelled"),
  );

  guarded(app, services, ORGANISE.retryExport, async (context, actor) =>
    doneOr(context.req.raw, actor, await retryExport(services, releases, actor), "export-retried"),
  );

  guarded(app, services, ORGANISE.downloadExport, async (context, actor, { fields }) => {
    const request = context.req.raw;
    const found = await linkToExport(services, actor, fields.get("part"));
    if ("problem" in found) return again(request, actor, found);
    const to = organisePath(ORGANISE.exportFile, addressOf(request, actor));
    const mark = to.includes("?") ? "&" : "?";
    return goTo(`${to}${mark}link=${found.token}`);
  });

  guarded(app, services, ORGANISE.exportFile, async (context, actor) => {
    const request = context.req.raw;
    const found = await followLink(services, actor, new URL(request.url).searchParams.get("link"));
    if ("problem" in found) return again(request, actor, await told(context, found));
    return handedOut(found);
  });
}

/** What was asked for, and what is told of persons in it. */
async function askedOf(
  services: Services,
  id: string,
): Promise<Pick<ExportView, "request" | "told" | "isOneFile">> {
  const { request, told } = await getExport(services.db, id);
  return { request, told, isOneFile: request === undefined || isOneFile(services, request) };
}

/** The page of single ballots, with what was refused. */
export async function exportPage(
  services: Services,
  releases: PublishedReleases,
  request: Request,
  actor: TeamActor,
  refused?: Problem,
): Promise<Response> {
  const { now } = services;
  const { consultation: id, organiser, section } = actor;
  const published = await section.published();
  const release = (await releases.newest(id))?.release;
  const { members } = await section.team();
  const view: ExportView = {
    definition: published?.definition,
    ...(await askedOf(services, id)),
    cannot: published === undefined ? "export-too-early" : exportRefused(published, release, now()),
    asking: secondPerson(published?.definition, members, organiser.id),
    proposal: await seenProposal(actor, "export"),
    problem: refused?.problem,
    now: now(),
  };
  const answer = pageAnswer(
    <ExportPage {...await sectionView(services, request, actor)} view={view} />,
    refused === undefined ? 200 : PROBLEMS[refused.problem],
  );
  // Not after a form, which would be sent again; and to where the last act is told no more.
  if (refused === undefined && isMoving(view.request)) {
    const here = organisePath(ORGANISE.exportPage, { id, lang: languageOf(request) });
    answer.headers.set("Refresh", `${LOOK_AGAIN}; url=${here}`);
  }
  return waiting(answer, refused);
}
