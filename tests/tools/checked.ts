import { rmSync } from "node:fs";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import type { Release } from "../../domain/release/schema.ts";
import { sha256 } from "../../functions/secrets.ts";
import { resultsFolder } from "../support/results-folder.ts";
import { expectTool, type Ran, runTool } from "../support/tools.ts";

const python = await expectTool("Python", "whether check.py finds what check.mjs finds");
export const SCRIPTS = [
  ["check.mjs", process.execPath],
  ...(python === undefined ? [] : [["check.py", python] as const]),
] as const;

const home = await mkdtemp(join(tmpdir(), "kenes-check-"));
process.once("exit", () => rmSync(home, { recursive: true, force: true }));

/** A folder that is there until the tests have ended. */
export const newFolder = () => mkdtemp(join(home, "of-"));

/** The files of a chain of releases, in a folder of their own. */
export const folderOf = async (releases: readonly Release[]): Promise<string> =>
  resultsFolder(releases, await newFolder());

/** What each of the scripts says in a folder. */
export const checked = (folder: string): Promise<(Ran & { script: string })[]> =>
  Promise.all(
    SCRIPTS.map(async ([script, program]) => ({
      script,
      ...(await runTool(program, [script], { folder })),
    })),
  );

/** The same, and all of them end so, with these words among what they say. */
export async function expectAll(folder: string, status: number, ...words: readonly string[]) {
  for (const ran of await checked(folder)) {
    expect(ran, ran.script).toMatchObject({ status, errors: "" });
    for (const one of words) expect(ran.output, ran.script).toContain(one);
  }
}

/** Makes the list of files say what a file has become, as somebody would who wants nothing to be seen. */
export async function hush(folder: string, path: string) {
  const list = join(folder, "datapackage.json");
  const whole = JSON.parse(await readFile(list, "utf8"));
  const text = await readFile(join(folder, path), "utf8");
  const one = whole.resources.find((resource: { path: string }) => resource.path === path);
  Object.assign(one, { bytes: Buffer.byteLength(text), hash: `sha256:${sha256(text)}` });
  await writeFile(list, JSON.stringify(whole));
}
