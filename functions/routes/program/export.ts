import { type ExportRequest, exportRefused, isOver } from "../../../domain/export/request.ts";
import { PROGRAM_API } from "../../../domain/program/endpoints.ts";
import { askExport } from "../../export/ask.ts";
import { exportForProgram, isOneFile } from "../../export/download.ts";
import { handedOut } from "../../export/handed-out.ts";
import { cancelExport, retryExport } from "../../export/stop.ts";
import type { App } from "../../http/environment.ts";
import type { PublishedReleases } from "../../memory/releases.ts";
import { answered } from "../../program/answered.ts";
import { keyed } from "../../program/keyed.ts";
import type { Services } from "../../services.ts";
import { getExport } from "../../store/exports.ts";

/** The export of single ballots: asked for, looked after, and downloaded. */
export function exportProgramRoutes(
  app: App,
  services: Services,
  releases: PublishedReleases,
): void {
  const { db, now } = services;

  keyed(app, services, PROGRAM_API.export, async ({ consultation, section }) => {
    const published = await section.published();
    const { request } = await getExport(db, consultation);
    const release = (await releases.newest(consultation))?.release;
    const cannot =
      published === undefined ? "export-too-early" : exportRefused(published, release, now());
    const over = request !== undefined && isOver(request, now());
    return answered(200, {
      state: request === undefined ? ("none" as const) : over ? ("over" as const) : request.state,
      ...(request !== undefined && { askedBy: request.name, askedAt: request.askedAt }),
      ...(request?.confirmedBy !== undefined && { confirmedBy: request.confirmedBy }),
      ...(request?.until !== undefined && { until: request.until }),
      ...(request?.progress !== undefined && { progress: request.progress }),
      ...(request?.failure !== undefined && { failure: request.failure }),
      ...(request?.rows !== undefined && { rows: request.rows }),
      parts: request?.state === "ready" && !over ? piecesOf(services, request) : [],
      ...(request?.unreadable !== undefined && { unreadable: request.unreadable }),
      ...(cannot !== undefined && { cannot }),
    });
  });

  keyed(app, services, PROGRAM_API.askExport, async (actor, { body }) => {
    if (body.confirmed !== true) return { problem: "step-unconfirmed" as const };
    const problem = await askExport(services, releases, actor, { wanted: body.language ?? null });
    if (problem !== undefined) return problem;
    const published = await actor.section.published();
    return answered(202, { proposed: published?.definition.twoPersons === true });
  });

  keyed(
    app,
    services,
    PROGRAM_API.cancelExport,
    async (actor) => (await cancelExport(services, actor)) ?? answered(204, undefined),
  );

  keyed(
    app,
    services,
    PROGRAM_API.retryExport,
    async (actor) => (await retryExport(services, releases, actor)) ?? answered(204, undefined),
  );

  keyed(app, services, PROGRAM_API.downloadExport, async (actor, { part }) => {
    const found = await exportForProgram(services, actor, part("part"));
    return "problem" in found ? found : handedOut(found);
  });
}

/** What there is to fetch: the whole as number 0, or its pieces where an answer has no room for it. */
function piecesOf(
  services: Pick<Services, "mostAnswer">,
  request: ExportRequest,
): { part: number; bytes: number }[] {
  const pieces = request.parts.map(({ bytes }, place) => ({ part: place + 1, bytes }));
  if (!isOneFile(services, request)) return pieces;
  return [{ part: 0, bytes: pieces.reduce((sum, { bytes }) => sum + bytes, 0) }];
}
