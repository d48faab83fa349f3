/**
 * The Node that the project brings, as a package for each kind of machine. `node bin/own-node.mjs` puts it first on the
 * path of npm's scripts, as npm 11 does by itself: older ones take the link away again with the packages of other
 * kinds of machines, which have one of the same name. Ends with 1 where scripts would run on a Node that is too old.
 * Written for old ones.
 */
import { existsSync, mkdirSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const LEAST = 24;
export const isOld = Number(process.versions.node.split(".")[0]) < LEAST;

const isWindows = process.platform === "win32";
const modules = fileURLToPath(new URL("../node_modules/", import.meta.url));
const kind = `${isWindows ? "win" : process.platform}-${process.arch}`;
const program = isWindows ? "node.exe" : "node";

/** Where its program is, if npm has brought it. */
export const ownNode = [`node-${kind}`, `node-bin-${kind}`]
  .map((name) => join(modules, name, "bin", program))
  .find((path) => existsSync(path));

function link() {
  const place = join(modules, ".bin", isWindows ? "node.cmd" : "node");
  if (ownNode === undefined || existsSync(place)) return;
  mkdirSync(dirname(place), { recursive: true });
  if (isWindows) writeFileSync(place, `@"${ownNode}" %*\r\n`);
  else symlinkSync(relative(dirname(place), ownNode), place);
}

if (realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  link();
  if (ownNode === undefined && isOld) {
    const { version } = process;
    process.stderr.write(
      `This is Node ${version} and Kenes needs ${LEAST}. npm ci brings it for most machines, and did not here: ` +
        "the package is not there for this one, could not be had, or is not what package-lock.json says\n",
    );
    process.exitCode = 1;
  }
}
