import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { built } from "../support/built.ts";

/* What the function of the pages loads before its first answer. */

/** Modules that are loaded with one, itself among them: those that it imports, not those that it may ask for. */
async function loadedWith(module: string, all = new Map<string, string>()) {
  if (all.has(module)) return all;
  const text = await readFile(module, "utf8");
  all.set(module, text);
  for (const [, path] of text.matchAll(/^(?:import|export)\b[^;]*?"(\.[^"]+)"/gm)) {
    await loadedWith(join(dirname(module), path!), all);
  }
  return all;
}

test.each([
  ["spreadsheets", "function generateXlsxFileContents("],
  ["pictures", "data:application/wasm;base64,"],
  ["passkeys", "async function verifyRegistrationResponse("],
])("%s are loaded when somebody asks for them", async (_, marked) => {
  const web = await built("functions/lambda/web.mjs");
  const loaded = await loadedWith(web);
  expect(loaded.size).toBeGreaterThan(5);
  const shared = join(dirname(web), "../shared");
  const chunks = (await readdir(shared)).filter((name) => name.endsWith(".mjs"));
  const holding: string[] = [];
  for (const name of chunks) {
    if ((await readFile(join(shared, name), "utf8")).includes(marked))
      holding.push(join(shared, name));
  }
  expect(holding.length).toBeGreaterThan(0);
  expect(holding.filter((one) => loaded.has(one))).toEqual([]);
});
