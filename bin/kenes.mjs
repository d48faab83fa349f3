#!/usr/bin/env node
/**
 * `kenes`, as npm links it: runs the built command line, with the Node that the project brings where this one
 * is older. Written for old ones, so that they can say what is missing.
 */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isOld, LEAST, ownNode } from "./own-node.mjs";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const built = at("../dist/functions/local/kenes.mjs");

if (!existsSync(built)) {
  process.stderr.write("kenes is not built yet: npm run build, in the folder of the project\n");
  process.exitCode = 3;
} else if (!isOld) {
  await import(new URL("../dist/functions/local/kenes.mjs", import.meta.url).href);
} else if (ownNode !== undefined) {
  const child = spawn(ownNode, [built, ...process.argv.slice(2)], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => {
    process.exitCode = signal === null ? code : 1;
  });
} else {
  process.stderr.write(`kenes needs Node ${LEAST}; npm ci brings it\n`);
  process.exitCode = 3;
}
