import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** Where the page for when nothing answers is kept, below what is made for browsers (infra/paths.ts). */
const PLACE = "errors/unavailable.html";

/** Draws that page with the code that was just built, and puts it beside the pages' files. */
export async function writeErrorPage(build: string): Promise<void> {
  const drawn = pathToFileURL(join(build, "functions/build/error-page.mjs"));
  // A build that watches draws it again with newer code.
  drawn.searchParams.set("at", String(Date.now()));
  const { errorPage } = (await import(drawn.href)) as {
    errorPage: (manifestFile: string) => Promise<string>;
  };
  const file = join(build, "client", PLACE);
  await mkdir(join(file, ".."), { recursive: true });
  await writeFile(file, await errorPage(join(build, "client/manifest.json")));
}
