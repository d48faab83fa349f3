import { createHash } from "node:crypto";
import { glob, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { createBuilder } from "vite";

/** The build's entry that is run: the same as `npm start` runs. */
export const SERVER = "functions/local/server.mjs";

/**
 * Builds all of Kenes into `dist`, as `npm run build` does; undefined, or why it failed in words for a
 * person. Each time from the beginning, not with Vite's own watch: the functions need what the build of
 * the pages has written, in that order, and two watches know nothing of one another.
 */
export async function build(root: string): Promise<string | undefined> {
  try {
    const builder = await createBuilder({ root, logLevel: "silent" });
    await builder.buildApp();
    return undefined;
  } catch (fault) {
    return stripVTControlCharacters(fault instanceof Error ? fault.message : String(fault)).trim();
  }
}

/** Says the same of two builds when the app, its modules and the files of the pages are the same. */
export async function fingerprint(dist: string): Promise<string> {
  const files = await modulesOf(join(dist, SERVER));
  for await (const file of glob("client/**/*.*", { cwd: dist })) files.add(join(dist, file));
  const hash = createHash("sha256");
  for (const file of [...files].toSorted()) hash.update(file).update(await readFile(file));
  return hash.digest("hex");
}

/** A module of the build with all that it imports, of the build. */
async function modulesOf(entry: string): Promise<Set<string>> {
  const found = new Set([entry]);
  for (const file of found) {
    const text = await readFile(file, "utf8");
    for (const [, path] of text.matchAll(/(?:from|import)\s*\(?\s*"(\.{1,2}\/[^"]+\.mjs)"/g)) {
      found.add(join(dirname(file), path!));
    }
  }
  return found;
}
