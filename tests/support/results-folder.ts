import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";
import { ZIP_FILE } from "../../domain/release/public-tables.ts";
import { releaseText } from "../../domain/release/release.ts";
import type { Release } from "../../domain/release/schema.ts";
import { releaseFile } from "../../functions/download/files.ts";
import { sha256 } from "../../functions/secrets.ts";
import { definitionOf } from "../local/released.ts";

/** Unpacks the zip of a chain of releases, the newest last, into a folder. */
export async function resultsFolder(releases: readonly Release[], folder: string): Promise<string> {
  const all = releases.map((release) => {
    const text = releaseText(release);
    return { release, text, hash: sha256(text) };
  });
  const zip = await releaseFile(ZIP_FILE, {
    consultation: definitionOf(releases[0]!),
    found: all.at(-1)!,
    published: { numbered: (_: string, number: number) => Promise.resolve(all[number - 1]) },
    origin: "https://kenes.example",
  } as never);
  for (const [path, bytes] of Object.entries(unzipSync(zip))) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  return folder;
}
