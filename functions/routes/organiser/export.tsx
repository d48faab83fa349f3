import { exportRefused } from "../../../domain/export/request.ts";
import { secondPerson } from "../../../domain/organiser/proposal.ts";
import { ORGANISE, organisePath } from "../../../domain/organiser/endpoints.ts";
import { type Problem, PROBLEMS } from "../../../domain/problem.ts";
import { ExportPage, type ExportView } from "../../../web/export/export-page.tsx";
import { pageAnswer } from "../../http/answers.tsx";
import { askExport } from "../../export/ask.ts";
import { downloadExport } from "../../export/download.ts";
import { doneAt } from "../../organiser/done.ts";
import { afresh, guarded, type TeamActor } from "../../organiser/guard.tsx";
import { seenProposal } from "../../organiser/proposals.ts";
import { sectionView } from "../../organiser/view.ts";
import type { PublishedReleases } from "../../memory/releases.ts";
import { languageOf } from "../../http/request.ts";
import type { Services } from "../../services.ts";
import { getExport } from "../../store/exports.ts";
import type { App } from "../../http/environment.ts";

/** Asking for single ballots, seeing how far they are, and downloading them. */
export function exportRoutes(app: App, services: Services, releases: PublishedReleases): void {
  guarded(app, services, ORGANISE.exportPage, (context, actor) =>
    exportPage(services, releases, context.req.raw, actor),
  );

  guarded(app, services, ORGANISE.askExport, async (context, actor, { fields }) => {
    const request = context.req.raw;
    const problem: Problem | undefined =
      fields.get("confirmed") === "yes"
        ? await askExport(services, releases, actor)
        : { problem: "step-unconfirmed" };
    if (problem !== undefined) {
      return exportPage(services, releases, request, afresh(services, actor), problem);
    }
    const to = { id: actor.consultation, lang: languageOf(request) };
    const published = await actor.section.published();
    const code = published?.definition.twoPersons === true ? "export-proposed" : "export-asked";
    return doneAt(services, actor, organisePath(ORGANISE.exportPage, to), code);
  });

  guarded(app, services, ORGANISE.downloadExport, async (context, actor, { fields }) => {
    const found = await downloadExport(services, actor, fields.get("part"));
    if ("problem" in found) {
      return exportPage(services, releases, context.req.raw, afresh(services, actor), found);
    }
    return new Response(new Uint8Array(found.bytes), {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": `attachment; filename="${found.name}"`,
        "Cache-Control": "no-store",
      },
    });
  });
}

/** What was asked for, and what is told of persons in it. */
async function askedOf(
  { db }: Services,
  id: string,
): Promise<Pick<ExportView, "request" | "told">> {
  const { request, told } = await getExport(db, id);
  return { request, told };
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
  return pageAnswer(
    <ExportPage {...await sectionView(services, request, actor)} view={view} />,
    refused === undefined ? 200 : PROBLEMS[refused.problem],
  );
}
