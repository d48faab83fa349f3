/**
 * Before `npm start`: builds unless the bundle was made of what is here now. By content, not by time: a checkout gives
 * files the time at which it was made, and what was deleted has none.
 */
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { isBuiltOf, sourcesHash } from "./build/made-of.ts";

const root = resolve(import.meta.dirname, "..");

if (!(await isBuiltOf(root, await sourcesHash(root)))) {
  const { status } = spawnSync("npm", ["run", "-s", "build"], {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  process.exitCode = status ?? 1;
}
