import { mkdir, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { isBuiltOf, MADE_OF, sourcesHash } from "../../scripts/build/made-of.ts";

/** A folder of sources, small enough to see through. */
async function sources() {
  const root = await mkdtemp(join(tmpdir(), "kenes-test-"));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const write = async (name: string, text: string) => {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), text);
  };
  await write("web/page/a.tsx", "a");
  await write("functions/b.ts", "b");
  await write("package-lock.json", "{}");
  await write("node_modules/.package-lock.json", "{}");
  const hash = await sourcesHash(root);
  await write(`dist/functions/${MADE_OF}`, `${hash}\nlocal/server.mjs\n`);
  await write("dist/functions/local/server.mjs", "server");
  await write("dist/client/manifest.json", '{"x":{"file":"assets/x.js"}}');
  await write("dist/client/assets/x.js", "x");
  const isBuilt = async () => isBuiltOf(root, await sourcesHash(root));
  return { root, write, isBuilt };
}

test("a build stands for as long as what it was made of is the same, whatever the time of the files", async () => {
  const { root, isBuilt } = await sources();
  expect(await isBuilt()).toBe(true);
  // As a checkout of the same content leaves it.
  const later = new Date(Date.now() + 60_000);
  await utimes(join(root, "functions/b.ts"), later, later);
  expect(await isBuilt()).toBe(true);
});

test.each([
  ["a source changed", "functions/b.ts", "c"],
  ["a source was added", "domain/new.ts", "new"],
  ["another lock file", "package-lock.json", '{"lockfileVersion":3}'],
  ["other packages are installed", "node_modules/.package-lock.json", '{"packages":{}}'],
])("%s: it is built again, and not when that is taken back", async (_, name, text) => {
  const { write, isBuilt } = await sources();
  const before = name === "functions/b.ts" ? "b" : "{}";
  // With an old time, as some tools give it.
  await write(name, text);
  expect(await isBuilt()).toBe(false);
  if (name === "domain/new.ts") return;
  await write(name, before);
  expect(await isBuilt()).toBe(true);
});

test.each(["web/page/a.tsx", "dist/functions/local/server.mjs", "dist/client/assets/x.js"])(
  "%s was deleted: it is built again",
  async (name) => {
    const { root, isBuilt } = await sources();
    await rm(join(root, name));
    expect(await isBuilt()).toBe(false);
  },
);
