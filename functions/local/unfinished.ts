/** Folders in the making: `<name>.unfinished-<process>`, renamed when all of it is there. */
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { isAlive } from "./java.ts";

const UNFINISHED = /^(.+)\.unfinished-(\d+)$/;

/** Under which name a folder is made by this process. */
export const unfinished = (folder: string): string => `${folder}.unfinished-${process.pid}`;

/** Removes what processes that live no more have left unfinished in a folder, of the names that are meant. */
export async function removeUnfinished(
  parent: string,
  isMeant: (name: string) => boolean,
): Promise<void> {
  for (const left of await readdir(parent).catch(() => [])) {
    const [, name = "", pid] = UNFINISHED.exec(left) ?? [];
    if (pid === undefined || !isMeant(name) || (await isAlive(Number(pid)))) continue;
    await rm(join(parent, left), { recursive: true, force: true });
  }
}
