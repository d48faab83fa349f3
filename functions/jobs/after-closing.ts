import { type PublishedConsultation, stageAt } from "../../domain/consultation/life.ts";
import { isMoving, isOver } from "../../domain/export/request.ts";
import type { Services } from "../services.ts";
import { readRelease } from "../memory/releases.ts";
import { getPublished } from "../store/consultations.ts";
import { getExport } from "../store/exports.ts";
import { newestRegistered } from "../store/releases.ts";
import { type AfterClosingServices, tendExport } from "./export.ts";
import { mayPurge, purgeWhenDue } from "./purge.ts";

/**
 * Whether there may be anything to do, by what is in memory and one small item: nearly always there is nothing, and it is asked
 * of every consultation once a minute, for as long as there is one.
 */
export async function isToTend(
  { db, now }: Pick<Services, "db" | "now">,
  known: PublishedConsultation,
): Promise<boolean> {
  const stage = stageAt(known, now());
  if (stage !== "closed" && stage !== "archived") return false;
  if (mayPurge(known, now())) return true;
  const { request } = await getExport(db, known.definition.id);
  // What is deleted with the ballots goes with its files.
  const isOff = known.life.purge !== undefined;
  return request !== undefined && (isMoving(request) || isOver(request, now()) || isOff);
}

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
