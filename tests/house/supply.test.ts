import { glob, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { isNode, isTaken, licencesPage, notices } from "../../scripts/supply/licences.ts";
import { type Locked, readAsked, readLock } from "../../scripts/supply/lock.ts";

const root = resolve(import.meta.dirname, "../..");
const read = (file: string) => readFile(join(root, file), "utf8");
const lock = readLock(root);
const asked = readAsked(root);

const MOST = 20;
const REGISTRY = "https://registry.npmjs.org/";

/** What is wrong with where packages come from; nothing, where each is what the lock file says. */
const faultsOf = (packages: readonly Locked[]): string[] =>
  packages.flatMap(({ place, integrity, inBundle, resolved, hasInstallScript }) => [
    ...(integrity?.startsWith("sha512-") || inBundle ? [] : [`${place} has no integrity`]),
    ...(resolved === undefined || resolved.startsWith(REGISTRY) ? [] : [`${place}: ${resolved}`]),
    ...(hasInstallScript ? [`${place} runs a script when it is installed`] : []),
  ]);

/** The packages that the tables of docs/dependencies.md name. */
async function onTheList(): Promise<string[]> {
  const rows = (await read("docs/dependencies.md")).matchAll(/^\| `([^`]+)` \| \S/gm);
  return [...rows].map(([, name]) => name!);
}

/** What our code imports, or names as the folder where its files lie. */
async function imported(): Promise<Set<string>> {
  const found = new Set<string>();
  for await (const file of glob("{domain,web,functions,infra}/**/*.{ts,tsx}", { cwd: root })) {
    for (const [, name] of (await read(file)).matchAll(
      /"((?:@[\w-]+\/)?[a-z][\w.-]*)(?:\/[^"]*)?"/g,
    )) {
      found.add(name!);
    }
  }
  return found;
}

test("what runs is on the list with its reason, is needed, is pinned, and is not more than twenty", async () => {
  const names = Object.keys(asked.dependencies);
  const nodes = Object.keys(asked.optionalDependencies);
  expect(await onTheList()).toEqual([...names, ...nodes]);
  expect(names.length).toBeLessThanOrEqual(MOST);
  expect(nodes.filter((name) => !isNode({ name }))).toEqual([]);
  const used = await imported();
  expect(names.filter((name) => !used.has(name))).toEqual([]);
  const all = { ...asked.dependencies, ...asked.optionalDependencies, ...asked.devDependencies };
  const locked = new Map(lock.map(({ place, version }) => [place, version]));
  for (const [name, version] of Object.entries(all)) {
    expect([name, locked.get(`node_modules/${name}`)]).toEqual([name, version]);
  }
});

test("every package has an integrity, comes from the public registry, and runs nothing when installed", async () => {
  expect(lock.length).toBeGreaterThan(100);
  expect(faultsOf(lock)).toEqual([]);
  expect(await read(".npmrc")).toMatch(/^ignore-scripts=true$/m);
  const good = lock[0]!;
  const bad: Locked[] = [
    { ...good, integrity: undefined },
    { ...good, resolved: "git+ssh://git@github.com/somebody/something.git" },
    { ...good, hasInstallScript: true },
  ];
  for (const one of bad) expect(faultsOf([one])).toHaveLength(1);
});

test("npm puts the pinned Node first on the path of every script", async () => {
  // The tests themselves run under `npm run check`, or by a hand that put it there.
  const { name, version } = lock.find(
    ({ name }) =>
      isNode({ name }) &&
      name.endsWith(`${process.platform.replace("win32", "win")}-${process.arch}`),
  )!;
  const own = JSON.parse(await read(`node_modules/${name}/package.json`));
  expect([own.version, process.versions.node]).toEqual([version, version]);
});

test("no licence is outside those that we take, and the documents on them are current", async () => {
  expect(lock.filter((one) => !isTaken(one)).map(({ name, license }) => [name, license])).toEqual(
    [],
  );
  const one = lock.find(({ dev }) => !dev)!;
  const taken = (license: string | undefined, dev = false) => isTaken({ ...one, license, dev });
  expect(taken("(MIT OR GPL-3.0-or-later)")).toBe(true);
  expect(taken("MIT AND GPL-3.0-or-later")).toBe(false);
  expect(taken("AGPL-3.0-only", true)).toBe(false);
  expect(taken("MPL-2.0")).toBe(false);
  expect(taken(undefined)).toBe(false);
  expect(await read("docs/licences.md")).toBe(licencesPage(lock));
  expect(await read("docs/third-party-notices.txt")).toBe(notices(root, lock));
});
