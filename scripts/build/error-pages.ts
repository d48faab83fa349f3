import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** Where the pages for when nothing of ours answers are kept, below what is made for browsers (infra/paths.ts). */
const PLACE = "errors";

/** Draws those pages with the code that was just built, and puts them beside the pages' files. */
export async function writeErrorPages(build: string): Promise<void> {
  const drawn = pathToFileURL(join(build, "functions/build/error-pages.mjs"));
  // A build that watches draws them again with newer code.
  drawn.searchParams.set("at", String(Date.now()));
  const { errorPages } = (await import(drawn.href)) as {
    errorPages: (manifestFile: string) => Promise<Record<string, string>>;
  };
  const folder = join(build, "client", PLACE);
  await mkdir(folder, { recursive: true });
  for (const [name, page] of Object.entries(
    await errorPages(join(build, "client/manifest.json")),
  )) {
    await writeFile(join(folder, name), page);
  }
}
