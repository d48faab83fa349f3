import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Assets } from "../../web/page/assets.ts";

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
} satisfies Record<keyof Assets, string>;

/** The addresses of the pages' files, out of the build's manifest. */
export async function readAssets(manifestFile: string): Promise<Assets> {
  const manifest = JSON.parse(await readFile(manifestFile, "utf8")) as Manifest;
  const address = (source: string): string => {
    const file = manifest[source]?.file;
    if (file === undefined) throw new Error(`the build made nothing of ${source}`);
    return `/${file}`;
  };
  return {
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
