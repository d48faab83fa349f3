import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { PARTS, type Parts } from "../../scripts/build/parts.ts";
import { built } from "../support/built.ts";

/* What the functions load before their first answer, and what each is deployed with. */

const parts = async (): Promise<Record<string, Parts>> =>
  JSON.parse(await readFile(await built(`functions/${PARTS}`), "utf8")) as Record<string, Parts>;

test.each([
  ["spreadsheets", "xl/worksheets"],
  ["pictures", "data:application/wasm;base64,"],
  ["passkeys", "attestationObject"],
])("%s are loaded when somebody asks for them", async (_, marked) => {
  const { start, asked } = (await parts())["lambda/web"]!;
  expect(start.length).toBeGreaterThan(5);
  const folder = dirname(await built(`functions/${PARTS}`));
  const holding = async (names: readonly string[]) => {
    const texts = names.map((name) => readFile(join(folder, name), "utf8"));
    return (await Promise.all(texts)).filter((text) => text.includes(marked)).length;
  };
  expect(await holding(start)).toBe(0);
  expect(await holding(asked)).toBeGreaterThan(0);
});

test("what runs by the clock carries no pages, and nothing of it is on one machine alone", async () => {
  const all = await parts();
  const own = ([name]: [string, Parts]) => name.startsWith("lambda/");
  for (const [name, { start, asked }] of Object.entries(all).filter(own)) {
    expect([...start, ...asked].filter((file) => file.startsWith("local/"))).toEqual([]);
    if (name === "lambda/web") continue;
    expect(start.length, name).toBeLessThan(all["lambda/web"]!.start.length);
    const web = all["lambda/web"]!.asked;
    expect(asked.filter((file) => /engine|universal/.test(file) && web.includes(file))).toEqual([]);
  }
});
