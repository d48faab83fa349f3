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

async function planted(file: string, text: string, check: () => Promise<string>): Promise<string> {
  const path = join(copy, file);
  await writeFile(path, text);
  try {
    return await check();
  } finally {
    await rm(path);
  }
}

const lint = () => complaints("oxlint", rooms);

describe("the walls between the rooms", () => {
  test("stand as long as nobody breaks them", async () => {
    expect(await lint()).toBe("");
  });

  test.each([
    ["domain imports web", "domain/planted.ts", 'export { fill } from "../web/text.ts";'],
    ["domain imports a package", "domain/planted.ts", 'export { Hono } from "hono";'],
    ["domain imports all of zod", "domain/planted.ts", 'export * as z from "zod";'],
    ["domain imports Node", "domain/planted.ts", 'export { hash } from "node:crypto";'],
    ["domain draws random numbers", "domain/planted.ts", "export const chance = Math.random();"],
    ["domain reads the clock", "domain/planted.ts", "export const now = Date.now();"],
    [
      "web imports functions",
      "web/planted.ts",
      'export { sha256 } from "../functions/secrets.ts";',
    ],
    ["web imports a package", "web/planted.ts", 'export { Hono } from "hono";'],
    ["functions import infra", "functions/planted.ts", 'export * from "../infra/data-stack.ts";'],
    [
      "the store imports infra",
      "functions/store/planted.ts",
      'export * from "../../infra/job.ts";',
    ],
    [
      "a type of AWS leaves the store",
      "functions/organiser/planted.ts",
      'export type { TransactWriteItem } from "@aws-sdk/client-dynamodb";',
    ],
    [
      "a write is made outside the store",
      "functions/local/planted.ts",
      'import { writeOf } from "../store/write.ts";\nexport const planted = writeOf({});',
    ],
    ["infra imports domain", "infra/planted.ts", 'export { BASE } from "../domain/disclosure.ts";'],
    [
      "infra imports another file of functions",
      "infra/planted.ts",
      'export { sha256 } from "../functions/secrets.ts";',
    ],
  ])("oxlint refuses it when %s", async (_, file, text) => {
    const said = await planted(file, `${text}\n`, lint);
    expect(said).toContain("planted.ts");
    expect(said).toContain("no-restricted");
  });

  test("oxlint refuses two files that import each other, even for a type alone", async () => {
    const text = (other: string) =>
      `import type { B } from "./${other}.ts";\nexport type A = B;\nexport type B = A[];\n`;
    const said = await planted("domain/planted.ts", text("planted-too"), () =>
      planted("domain/planted-too.ts", text("planted"), lint),
    );
    expect(said).toContain("no-cycle");
  });

  test.each([
    ["domain imports web", "domain", 'export { fill } from "../web/text.ts";'],
    ["domain uses Node's types", "domain", "export const folder = process.cwd();"],
    ["domain uses the browser's types", "domain", "export const page = document.title;"],
    ["web imports functions", "web", 'export { sha256 } from "../functions/secrets.ts";'],
    ["web uses Node's types", "web", "export const folder = process.cwd();"],
    ["functions import infra", "functions", 'export { DataStack } from "../infra/data-stack.ts";'],
  ])("the compiler refuses it when %s", async (_, room, text) => {
    const said = await planted(`${room}/planted.ts`, `${text}\n`, () =>
      complaints("tsc", ["-b", room]),
    );
    expect(said).toContain("planted.ts");
  });
});
