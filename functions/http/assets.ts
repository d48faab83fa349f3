import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Assets, Inline } from "../../web/page/assets.ts";

/** What the build writes about the pages' files: for each source file, the file that came of it. */
type Manifest = Record<string, { file: string }>;

const SOURCES = {
  style: "web/style/style.css",
  resultsStyle: "web/style/results.css",
  readingStyle: "web/style/reading.css",
  consoleStyle: "web/style/console.css",
  paperStyle: "web/style/paper.css",
  invitingStyle: "web/style/invitation.css",
  ledgerStyle: "web/style/ledger.css",
  rateScript: "web/rate/client.ts",
  workScript: "web/work/solve.ts",
  resultsScript: "web/results/client.ts",
  shareScript: "web/results/share/client.ts",
  organiseScript: "web/organiser/client.ts",
} satisfies Record<Exclude<keyof Assets, "rateInline">, string>;

/** Those whose text is read: the build puts them beside the functions as well (vite.config.ts). */
export const INLINE = { style: SOURCES.style, script: SOURCES.rateScript };

/** The addresses of the pages' files, out of the build's manifest, and what of them stands in a page itself. */
export async function readAssets(manifestFile: string): Promise<Assets> {
  const manifest = JSON.parse(await readFile(manifestFile, "utf8")) as Manifest;
  const address = (source: string): string => {
    const file = manifest[source]?.file;
    if (file === undefined) throw new Error(`the build made nothing of ${source}`);
    return `/${file}`;
  };
  const text = (source: string): Promise<string> =>
    readFile(join(dirname(manifestFile), address(source)), "utf8");
  return {
    rateInline: inline(await text(INLINE.style), await text(INLINE.script)),
    style: address(SOURCES.style),
    resultsStyle: address(SOURCES.resultsStyle),
    consoleStyle: address(SOURCES.consoleStyle),
    paperStyle: address(SOURCES.paperStyle),
    invitingStyle: address(SOURCES.invitingStyle),
    ledgerStyle: address(SOURCES.ledgerStyle),
    readingStyle: address(SOURCES.readingStyle),
    rateScript: address(SOURCES.rateScript),
    workScript: address(SOURCES.workScript),
    resultsScript: address(SOURCES.resultsScript),
    shareScript: address(SOURCES.shareScript),
    organiseScript: address(SOURCES.organiseScript),
  };
}

/** Throws where a text would end the element that it stands in: it would have to be a file. */
function inline(style: string, script: string): Inline {
  if (/<\/style/i.test(style) || /<\/script|<!--/i.test(script)) {
    throw new Error("the style or the script of the rate page cannot stand in a page");
  }
  const named = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  return { style, script, allowed: { style: named(style), script: named(script) } };
}

/** The pages' files by address, held in memory: a handful, and nothing else can be asked for. */
export async function readAssetFiles(
  clientFolder: string,
): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const names = await readdir(join(clientFolder, "assets"));
  const files = names.map(async (name): Promise<[string, Uint8Array<ArrayBuffer>]> => [
    `/assets/${name}`,
    await readFile(join(clientFolder, "assets", name)),
  ]);
  return new Map(await Promise.all(files));
}
