import { join, resolve } from "node:path";
import { isThere } from "./is-there.ts";

const root = resolve(import.meta.dirname, "../..");

/** Where a part of the build is. Tests of what ships need one, and it is not made by them. */
export async function built(part: string): Promise<string> {
  const path = join(root, "dist", part);
  if (await isThere(path)) return path;
  throw new Error(
    `There is no build (${path}): npm run build makes it, and npm test before the tests.`,
  );
}
