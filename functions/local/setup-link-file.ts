/**
 * How the first organiser's link reaches a person: printed to a terminal; anywhere else the output is kept, by a
 * service manager or a log, so the link stands in a file that its owner alone may read, for as long as it counts.
 */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { SETUP_LINK_MS } from "../organiser/setup-link.ts";
import type { Database } from "../store/database.ts";
import { hasOrganisers } from "../store/organisers.ts";
import { writePrivately } from "./database-key.ts";

/** How often it is looked whether the link was used, in ms. */
const LOOK_EVERY = 2_000;

const fileIn = (folder: string): string => join(folder, "setup-link");

/** Gives the link to whoever reads the output; the lines that say where it is. */
export async function handOverSetupLink(
  link: string,
  folder: string,
  isTerminal: boolean,
): Promise<string[]> {
  if (isTerminal) {
    return [
      "There is no organiser yet. Become the first by this link, within 30 minutes:",
      `  ${link}`,
    ];
  }
  const file = fileIn(folder);
  await writePrivately(file, `${link}\n`);
  return [
    "There is no organiser yet. The link to become the first by counts for 30 minutes and stands in",
    `  ${file}`,
  ];
}

/** Removes the file as soon as the link was used, has lapsed, or all is stopped. Harmless where there is none. */
export async function endSetupLink(folder: string, db: Database, stop: AbortSignal): Promise<void> {
  const end = performance.now() + SETUP_LINK_MS;
  const isUsed = () => hasOrganisers(db).catch(() => false);
  while (!stop.aborted && performance.now() < end && !(await isUsed())) {
    await wait(LOOK_EVERY, undefined, { signal: stop }).catch(() => {});
  }
  await rm(fileIn(folder), { force: true });
}
