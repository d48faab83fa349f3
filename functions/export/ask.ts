import { exportRefused, isUnderWay } from "../../domain/export/request.ts";
import type { Problem } from "../../domain/problem.ts";
import type { Acting } from "../organiser/acting.ts";
import { record } from "../organiser/log.ts";
import { type Confirmed, propose } from "../organiser/proposals.ts";
import type { PublishedReleases } from "../memory/releases.ts";
import type { Services } from "../services.ts";
import { exportPut, getExport } from "../store/exports.ts";
import { getPublished } from "../store/consultations.ts";
import { countExport } from "./together.ts";

/** Random bytes in the names of an export's files: nobody finds one by trying. */
const KEY_BYTES = 16;

export const newExportKey = (random: Services["random"]): string =>
  Buffer.from(random(KEY_BYTES)).toString("hex");

/**
 * Asks for an export of single ballots, which a job then makes; where the definition wants two
 * persons, proposes it first. `wanted` is the language of its labels, by default the original one.
 */
export async function askExport(
  services: Services,
  releases: PublishedReleases,
  actor: Acting,
  { confirmed, wanted }: { confirmed?: Confirmed; wanted?: string | null } = {},
): Promise<Problem | undefined> {
  const { db, now, random } = services;
  const { consultation: id, organiser } = actor;
  const published = await getPublished(db, id);
  const release = (await releases.newest(id))?.release;
  const refused =
    published === undefined ? "export-too-early" : exportRefused(published, release, now());
  if (refused !== undefined) return { problem: refused };
  const stored = await getExport(db, id);
  if (isUnderWay(stored.request)) return { problem: "export-under-way" };
  const { languages, twoPersons } = published!.definition;
  const language = confirmed?.language ?? (wanted || languages[0]!);
  if (!languages.includes(language)) return { problem: "export-language" };
  if (twoPersons === true && confirmed === undefined) {
    return propose(services, actor, "export", { language });
  }
  const tooMany = await countExport(services, id);
  if (tooMany !== undefined) return tooMany;
  const request = {
    state: "asked" as const,
    name: confirmed?.proposedBy ?? organiser.name,
    ...(confirmed !== undefined && { confirmedBy: organiser.name }),
    askedAt: now().toISOString(),
    language,
    key: newExportKey(random),
    tries: 0,
    parts: [],
  };
  const both = confirmed && { proposedBy: confirmed.proposedBy, confirmedBy: organiser.name };
  const done = await record(
    services,
    id,
    actor,
    { action: "export-asked", before: null, after: { release: release!.release, ...both } },
    [exportPut(db, id, stored, request), ...(confirmed?.writes ?? [])],
  );
  return done === undefined ? { problem: "export-under-way" } : undefined;
}
