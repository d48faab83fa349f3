import type { Services } from "../services.ts";
import { readRelease } from "../memory/releases.ts";
import { getPublished } from "../store/consultations.ts";
import { newestRegistered } from "../store/releases.ts";
import { type AfterClosingServices, tendExport } from "./export.ts";
import { purgeWhenDue } from "./purge.ts";

/**
 * What is done with single ballots, for one consultation: exports that were asked for, and the
 * deletion after archiving. The only job that may take ballots out of their table.
 */
export async function tendAfterClosing(
  services: AfterClosingServices,
  id: string,
  outOfTime: () => boolean,
): Promise<void> {
  const published = await getPublished(services.db, id);
  if (published === undefined) return;
  const release = await newestRelease(services, id);
  await tendExport(services, published, release);
  await purgeWhenDue(services, published, release, outOfTime);
}

async function newestRelease({ db, files }: Pick<Services, "db" | "files">, id: string) {
  const registered = await newestRegistered(db, id);
  return registered && (await readRelease(files, id, registered)).release;
}
