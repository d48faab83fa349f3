import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { pathOf, RATE } from "../../../domain/paths.ts";
import { createApp } from "../../../functions/app.ts";
import { sharedPages } from "../../../functions/memory/shared-pages.ts";
import { times } from "../../support/client.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

test("whoever asks within a second shares the page of that place, while it is made and after it", async () => {
  let now = 0;
  const pages = sharedPages(() => now);
  let made = 0;
  const get = (place: string) => pages.get(place, "identity", () => `${place} ${(made += 1)}`);
  const crowd = await Promise.all([..."aaba"].map(get));
  expect(crowd.map(textOf)).toEqual(["a 1", "a 1", "b 2", "a 1"]);
  now = 999;
  expect(textOf(await get("a"))).toBe("a 1");
  now = 1_000;
  expect(textOf(await get("a"))).toBe("a 3");
  now = 1_999;
  expect([textOf(await get("a")), textOf(await get("b"))]).toEqual(["a 3", "b 4"]);
});

test("of ever new places only the last are kept", async () => {
  const pages = sharedPages(() => 0);
  const large = (place: string) => place.repeat(3_000_000);
  let made = 0;
  const get = (place: string) =>
    pages.get(place, "identity", () => {
      made += 1;
      return large(place);
    });
  for (const place of "abca") await get(place);
  expect(made).toBe(4);
  await get("c");
  expect(made).toBe(4);
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

test("rate pages: a crowd shares one in the language of each, and another a second later", async () => {
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
  const alone = orderIn(await ask("en"));
  await expect.poll(async () => orderIn(await ask("en"))).not.toBe(alone);
  const crowd = await Promise.all(times(40, (index) => ask(["en", "kk"][index % 2]!)));
  expect(new Set(crowd.map(orderIn)).size).toBeLessThanOrEqual(4);
  for (const [index, page] of crowd.entries()) {
    expect(page).toContain(`<html lang="${["en", "kk"][index % 2]}"`);
    expect(page).toMatch(/name="receipt" value(="")?\/?>/);
  }
});
