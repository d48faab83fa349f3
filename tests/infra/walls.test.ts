import { execFile } from "node:child_process";
import { cp, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const run = promisify(execFile);
const root = resolve(import.meta.dirname, "../..");
const rooms = ["domain", "web", "functions", "infra"];
let copy: string;

// The planted violations go into a copy: a test that is killed leaves nothing in the tree.
beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), "kenes-walls-"));
  const configs = [".oxlintrc.json", "tsconfig.base.json", "consultations", "package.json"];
  for (const name of [...rooms, ...configs]) {
    await cp(join(root, name), join(copy, name), { recursive: true });
  }
  await symlink(join(root, "node_modules"), join(copy, "node_modules"), "dir");
});
afterAll(() => rm(copy, { recursive: true, force: true }));

async function complaints(command: string, words: string[]): Promise<string> {
  const program = join(root, "node_modules/.bin", command);
  return run(program, words, { cwd: copy, shell: process.platform === "win32" }).then(
    () => "",
    (failure: { stdout: string; stderr: string }) => failure.stdout + failure.stderr,
  );
}

/** What one run says of files with these texts, all planted at once: of each file its lines. */
async function planted(
  texts: Readonly<Record<string, string>>,
  check: () => Promise<string>,
): Promise<(file: string) => string> {
  for (const [file, text] of Object.entries(texts)) await writeFile(join(copy, file), `${text}\n`);
  try {
    const lines = (await check()).split("\n");
    return (file) => lines.filter((line) => line.startsWith(file)).join("\n");
  } finally {
    for (const file of Object.keys(texts)) await rm(join(copy, file));
  }
}

const lint = () => complaints("oxlint", ["--format=unix", ...rooms]);

/** Each violation with a file of its own in the folder where it would be one. */
const apart = (violations: readonly (readonly [what: string, folder: string, text: string])[]) =>
  violations.map(([what, folder, text], place) => ({
    what,
    file: `${folder}/planted-${place}.ts`,
    text,
  }));
const textsOf = (all: ReturnType<typeof apart>) =>
  Object.fromEntries(all.map(({ file, text }) => [file, text]));

const RESTRICTED = apart([
  ["domain imports web", "domain", 'export { fill } from "../web/text.ts";'],
  ["domain imports a package", "domain", 'export { Hono } from "hono";'],
  ["domain imports all of zod", "domain", 'export * as z from "zod";'],
  ["domain imports Node", "domain", 'export { hash } from "node:crypto";'],
  ["domain draws random numbers", "domain", "export const chance = Math.random();"],
  ["domain reads the clock", "domain", "export const now = Date.now();"],
  ["web imports functions", "web", 'export { sha256 } from "../functions/secrets.ts";'],
  ["web imports a package", "web", 'export { Hono } from "hono";'],
  ["functions import infra", "functions", 'export * from "../infra/data-stack.ts";'],
  ["the store imports infra", "functions/store", 'export * from "../../infra/job.ts";'],
  [
    "a type of AWS leaves the store",
    "functions/organiser",
    'export type { TransactWriteItem } from "@aws-sdk/client-dynamodb";',
  ],
  [
    "a write is made outside the store",
    "functions/local",
    'import { writeOf } from "../store/write.ts";\nexport const planted = writeOf({});',
  ],
  ["infra imports domain", "infra", 'export { BASE } from "../domain/disclosure.ts";'],
  [
    "infra imports another file of functions",
    "infra",
    'export { sha256 } from "../functions/secrets.ts";',
  ],
]);

const UNTYPED = apart([
  ["domain imports web", "domain", 'export { fill } from "../web/text.ts";'],
  ["domain uses Node's types", "domain", "export const folder = process.cwd();"],
  ["domain uses the browser's types", "domain", "export const page = document.title;"],
  ["web imports functions", "web", 'export { sha256 } from "../functions/secrets.ts";'],
  ["web uses Node's types", "web", "export const folder = process.cwd();"],
  ["functions import infra", "functions", 'export { DataStack } from "../infra/data-stack.ts";'],
]);

const other = (name: string) =>
  `import type { B } from "./${name}.ts";\nexport type A = B;\nexport type B = A[];`;
const CIRCLE = { "domain/circle.ts": other("circle-too"), "domain/circle-too.ts": other("circle") };

describe("the walls between the rooms", () => {
  test("stand as long as nobody breaks them", async () => {
    expect(await complaints("oxlint", rooms)).toBe("");
  });

  describe("oxlint refuses it when", () => {
    let said: (file: string) => string;
    beforeAll(async () => {
      said = await planted({ ...textsOf(RESTRICTED), ...CIRCLE }, lint);
    });

    test.each(RESTRICTED)("$what", ({ file }) => {
      expect(said(file)).toContain("no-restricted");
    });

    test("two files import each other, even for a type alone", () => {
      expect(said("domain/circle.ts") + said("domain/circle-too.ts")).toContain("no-cycle");
    });
  });

  describe("the compiler refuses it when", () => {
    let said: (file: string) => string;
    beforeAll(async () => {
      said = await planted(textsOf(UNTYPED), () => complaints("tsc", ["-b", "functions"]));
    });

    test.each(UNTYPED)("$what", ({ file }) => {
      expect(said(file)).toContain("error");
    });
  });
});
