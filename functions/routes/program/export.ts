import { exportRefused, isOver } from "../../../domain/export/request.ts";
import { PROGRAM_API } from "../../../domain/program/endpoints.ts";
import { askExport } from "../../export/ask.ts";
import { downloadExport } from "../../export/download.ts";
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
      parts: (over ? [] : (request?.parts ?? [])).map(({ rows, bytes }, place) => ({
        part: place + 1,
        rows,
        bytes,
      })),
      ...(request?.unreadable !== undefined && { unreadable: request.unreadable }),
      ...(cannot !== undefined && { cannot }),
    });
  });

  keyed(app, services, PROGRAM_API.askExport, async (actor, { body }) => {
    if (body.confirmed !== true) return { problem: "step-unconfirmed" as const };
    const problem = await askExport(services, releases, actor);
    if (problem !== undefined) return problem;
    const published = await actor.section.published();
    return answered(202, { proposed: published?.definition.twoPersons === true });
  });

  keyed(app, services, PROGRAM_API.downloadExport, async (actor, { part }) => {
    const found = await downloadExport(services, actor, part("part"));
    if ("problem" in found) return found;
    return new Response(new Uint8Array(found.bytes), {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": `attachment; filename="${found.name}"`,
        "Cache-Control": "no-store",
      },
    });
  });
}
