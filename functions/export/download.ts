import { isOver } from "../../domain/export/request.ts";
import type { Problem } from "../../domain/problem.ts";
import type { Acting } from "../organiser/acting.ts";
import { record } from "../organiser/log.ts";
import type { Services } from "../services.ts";
import { ABOUT_COLUMNS, aboutRows } from "../../domain/export/ballots-table.ts";
import { csv } from "../csv.ts";
import { exportFile, getExport } from "../store/exports.ts";
import { getPublished } from "../store/consultations.ts";

/** The name under which the table of what is told of persons is asked for. */
const ABOUT = "about";

/**
 * The bytes of a file of the export that is ready, or of the table that says what is told of persons in
 * it. The log says that ballots were handed out, or they are not.
 */
export async function downloadExport(
  services: Services,
  actor: Acting,
  wanted: string | null,
): Promise<{ bytes: Uint8Array; name: string } | Problem> {
  const { db, files, now } = services;
  const { consultation: id } = actor;
  const [{ request, told }, published] = [await getExport(db, id), await getPublished(db, id)];
  const part = Number(/^[1-9]\d{0,3}$/.exec(wanted ?? "")?.[0] ?? 0);
  const isReady =
    request?.state === "ready" && !isOver(request, now()) && published?.life.purge === undefined;
  if (isReady && published !== undefined && told !== undefined && wanted === ABOUT) {
    const text = csv([[...ABOUT_COLUMNS], ...aboutRows(published.definition, told)]);
    return { bytes: new TextEncoder().encode(text), name: `${id}-ballots-${ABOUT}.csv` };
  }
  const isThere = isReady && request.parts[part - 1] !== undefined;
  const bytes = isThere ? await files.read(exportFile(id, request.key, part)) : undefined;
  if (!isThere || bytes === undefined) return { problem: "export-gone" };
  await record(services, id, actor, { action: "export-downloaded", before: null, after: { part } });
  const place = request.parts.length > 1 ? `-${part}-of-${request.parts.length}` : "";
  return { bytes, name: `${id}-ballots${place}.csv` };
}
