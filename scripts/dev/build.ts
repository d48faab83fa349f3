import { createHash } from "node:crypto";
import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { createBuilder } from "vite";
import { PARTS, type Parts } from "../build/parts.ts";

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
  const files = new Set(await modulesOf(dist));
  for await (const file of glob("client/**/*.*", { cwd: dist })) files.add(join(dist, file));
  const hash = createHash("sha256");
  for (const file of [...files].toSorted()) hash.update(file).update(await readFile(file));
  return hash.digest("hex");
}

/** The app with all modules of the build that it may load. */
async function modulesOf(dist: string): Promise<string[]> {
  const all = JSON.parse(await readFile(join(dist, "functions", PARTS), "utf8")) as Record<
    string,
    Parts
  >;
  const { start, asked } = all["local/server"]!;
  return [...start, ...asked].map((file) => join(dist, "functions", file));
}
