import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { buildFolder } from "../local/settings.ts";

/** The version of the package that this is the build of. */
export async function version(): Promise<string> {
  const text = await readFile(join(buildFolder(), "../package.json"), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}
