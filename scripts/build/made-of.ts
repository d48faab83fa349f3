/** What a build is made of, as a hash that the build carries with it. */
import { createHash } from "node:crypto";
import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";

/** Everything that the build reads. The second lock file is npm's own, of what is installed at present. */
const SOURCES = [
  "{domain,web,functions,consultations}/**/*.*",
  "scripts/build/*.ts",
  "package.json",
  "package-lock.json",
  "node_modules/.package-lock.json",
  "tsconfig*.json",
  "vite.config.ts",
];

/** Beside the functions, so that every build replaces it. */
export const MADE_OF = "made-of";

/** The hash of the names and contents of all sources below that folder, and of the Node that builds. */
export async function sourcesHash(root: string): Promise<string> {
  const names: string[] = [];
  for await (const name of glob(SOURCES, { cwd: root })) names.push(name);
  const hash = createHash("sha256").update(process.version);
  for (const name of names.toSorted()) {
    const bytes = await readFile(join(root, name)).catch((failure: NodeJS.ErrnoException) => {
      if (failure.code === "EISDIR") return "";
      throw failure;
    });
    hash.update(`\0${name}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest("hex");
}

/** Whether there is a whole build below that folder of sources with this hash. */
export async function isBuiltOf(root: string, hash: string): Promise<boolean> {
  const read = (name: string) => readFile(join(root, "dist", name), "utf8").catch(() => "");
  const [madeOf = "", ...files] = (await read(`functions/${MADE_OF}`)).split("\n");
  if (madeOf !== hash) return false;
  for (const file of files) {
    if (file !== "" && (await read(`functions/${file}`)) === "") return false;
  }
  const manifest = await read("client/manifest.json");
  if (manifest === "") return false;
  const pages = Object.values(JSON.parse(manifest) as Record<string, { file: string }>);
  for (const { file } of pages) if ((await read(`client/${file}`)) === "") return false;
  return true;
}
