import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { INLINE, readAssets } from "../../../functions/http/assets.ts";
import { built } from "../../support/built.ts";

/** A build whose style and script of the rate page say this. */
async function buildWith(texts: { style?: string; script?: string }): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "kenes-assets-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, "assets"));
  const manifest = JSON.parse(await readFile(await built("client/manifest.json"), "utf8"));
  await writeFile(join(folder, "manifest.json"), JSON.stringify(manifest));
  for (const [name, source] of Object.entries(INLINE)) {
    const text = texts[name as keyof typeof texts] ?? "";
    await writeFile(join(folder, manifest[source].file), text);
  }
  return join(folder, "manifest.json");
}

test("style and script of the rate page are read, and allowed by the hash of what a browser will see", async () => {
  const [style, script] = ["body{color:#123}", "let a=1<2;"];
  const { rateInline } = await readAssets(await buildWith({ style, script }));
  const hash = (text: string) => createHash("sha256").update(text).digest("base64");
  expect(rateInline).toEqual({
    style,
    script,
    allowed: { style: `'sha256-${hash(style)}'`, script: `'sha256-${hash(script)}'` },
  });
});

test.each([
  [{ style: "a::after{content:'</Style>'}" }],
  [{ script: "x='</script>'" }],
  [{ script: "x='<!--'" }],
])("nothing starts where %j would end what it stands in", async (texts) => {
  await expect(readAssets(await buildWith(texts))).rejects.toThrow("cannot stand in a page");
});
