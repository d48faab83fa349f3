import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { pathOf, RATE } from "../../../domain/paths.ts";
import { createApp } from "../../../functions/app.ts";
import { sharedPages } from "../../../functions/memory/shared-pages.ts";
import { times } from "../../support/client.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

test("four pages of a place are made at once, and more who ask meanwhile share the last", async () => {
  const pages = sharedPages();
  let made = 0;
  const get = (place: string) => pages.get(place, "identity", () => `${place} ${(made += 1)}`);
  const crowd = await Promise.all([..."aaaabaa"].map(get));
  const texts = ["a 1", "a 2", "a 3", "a 4", "b 5", "a 4", "a 4"];
  expect(crowd.map(textOf)).toEqual(texts);
  expect(textOf(await get("a"))).toBe("a 6");
});

test("each is given a page in the way in which they read it", async () => {
  const pages = sharedPages();
  const [br, gzip, identity] = await Promise.all(
    (["br", "gzip", "identity"] as const).map((way) => pages.get("a", way, () => `in ${way}`)),
  );
  expect(brotliDecompressSync(br!).toString()).toBe("in br");
  expect(gunzipSync(gzip!).toString()).toBe("in gzip");
  expect(textOf(identity!)).toBe("in identity");
});

test("what cannot be made is not kept", async () => {
  const pages = sharedPages();
  const failing = pages.get("a", "identity", () => {
    throw new Error("not now");
  });
  await expect(failing).rejects.toThrow("not now");
  expect(textOf(await pages.get("a", "identity", () => "now"))).toBe("now");
});

/** What tells one rate page from another: in which order it shows the recommendations. */
const orderIn = (html: string): string => /name="order" value="([^"]+)"/.exec(html)![1]!;

test("rate pages: an order for each who comes alone, and a few for a crowd, in the language of each", async () => {
  const app = createApp(await freshWorld());
  const ask = async (lang: string, more = "") => {
    const answer = await app.request(pathOf(RATE, { id: KAZAKHSTAN.id, lang }) + more, {
      headers: { "Accept-Encoding": "gzip" },
    });
    expect(answer.headers.get("Content-Encoding")).toBe("gzip");
    expect(answer.headers.get("Vary")).toContain("Accept-Encoding");
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(answer.headers.get("Content-Length")).toBe(String(bytes.byteLength));
    return gunzipSync(bytes).toString();
  };
  const alone = [];
  for (let count = 0; count < 4; count++) alone.push(orderIn(await ask("en")));
  expect(new Set(alone).size).toBe(4);
  const crowd = await Promise.all(times(40, (index) => ask(["en", "kk"][index % 2]!)));
  expect(new Set(crowd.map(orderIn)).size).toBe(8);
  for (const [index, page] of crowd.entries()) {
    expect(page).toContain(`<html lang="${["en", "kk"][index % 2]}"`);
    expect(page).toMatch(/name="receipt" value(="")?\/?>/);
  }
});
