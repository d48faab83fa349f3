import { canCancel, canRetry, exportRefused } from "../../domain/export/request.ts";
import type { Problem } from "../../domain/problem.ts";
import type { PublishedReleases } from "../memory/releases.ts";
import type { Acting } from "../organiser/acting.ts";
import { record } from "../organiser/log.ts";
import type { Services } from "../services.ts";
import { getPublished } from "../store/consultations.ts";
import { exportPut, getExport } from "../store/exports.ts";
import { newExportKey } from "./ask.ts";
import { countExport } from "./together.ts";

/**
 * Stops an export that is not ready. The job that makes it finds out at its next note; the
 * files are deleted by the one that may. One person is enough: what is kept from being handed out harms nobody.
 */
export async function cancelExport(
  services: Services,
  actor: Acting,
): Promise<Problem | undefined> {
  const { db } = services;
  const { consultation: id } = actor;
  const stored = await getExport(db, id);
  const { request } = stored;
  if (!canCancel(request)) return { problem: "export-changed" };
  const { progress: _, ...rest } = request;
  // Of one that nobody has begun there is nothing to delete.
  const next = request.state === "asked" ? undefined : { ...rest, state: "cancelled" as const };
  const act = { action: "export-cancelled", before: null, after: null } as const;
  const done = await record(services, id, actor, act, [exportPut(db, id, stored, next)]);
  return done === undefined ? { problem: "export-changed" } : undefined;
}

/** Starts an export that failed again, as it was asked for and confirmed; under another name for its files. */
export async function retryExport(
  services: Services,
  releases: PublishedReleases,
  actor: Acting,
): Promise<Problem | undefined> {
  const { db, now, random } = services;
  const { consultation: id } = actor;
  const stored = await getExport(db, id);
  const { request } = stored;
  if (!canRetry(request, now())) return { problem: "export-changed" };
  const published = await getPublished(db, id);
  const release = (await releases.newest(id))?.release;
  const refused =
    published === undefined ? "export-too-early" : exportRefused(published, release, now());
  if (refused !== undefined) return { problem: refused };
  const tooMany = await countExport(services, id);
  if (tooMany !== undefined) return tooMany;
  const { failure: _, begunAt: __, ...rest } = request;
  const next = { ...rest, state: "asked" as const, key: newExportKey(random), tries: 0, parts: [] };
  const act = {
    action: "export-retried",
    before: null,
    after: { release: release!.release },
  } as const;
  const done = await record(services, id, actor, act, [exportPut(db, id, stored, next)]);
  return done === undefined ? { problem: "export-changed" } : undefined;
}
