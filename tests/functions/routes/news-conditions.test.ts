import { describe, expect, test } from "vitest";
import { answer } from "../../domain/news/records.ts";
import { readAtom } from "../../web/news/reading.ts";
import { at, FILES, MOVED, useNews } from "./news-world.ts";

/* News as feed readers ask for it again and again, with whatever they hold to be a condition. */

const news = useNews();
const { ask } = news;

describe("whoever has it already", () => {
  test.each(FILES)("is told so: %s", async (file) => {
    const first = await ask(at(file));
    const [tag, modified] = [first.headers.get("ETag")!, first.headers.get("Last-Modified")!];
    expect(tag).toMatch(/^"[0-9a-f]{32}"$/);
    expect(new Date(modified).toUTCString()).toBe(modified);
    for (const headers of [
      { "If-None-Match": tag },
      { "If-None-Match": `W/${tag}` },
      { "If-None-Match": `"x", ${tag}`, "If-Modified-Since": "Thu, 01 Jan 1970 00:00:00 GMT" },
      { "If-None-Match": "*" },
      { "If-Modified-Since": modified },
    ] as Record<string, string>[]) {
      const again = await ask(at(file), headers);
      expect([headers, again.status, await again.text()]).toEqual([headers, 304, ""]);
      expect(again.headers.get("ETag")).toBe(tag);
      expect(again.headers.get("Last-Modified")).toBe(modified);
      expect(again.headers.get("Cache-Control")).toBe("public, max-age=300");
    }
  });

  test.each([
    { "If-None-Match": "abc" },
    { "If-None-Match": '"' },
    { "If-None-Match": "" },
    { "If-None-Match": '"x"', "If-Modified-Since": "Fri, 31 Dec 2026 23:59:59 GMT" },
    { "If-Modified-Since": "Fri, 31 Dec 2027 23:59:59 GMT" },
    { "If-Modified-Since": "never" },
    { "If-Modified-Since": "1766000000" },
    { "If-Modified-Since": "Mon, 01 Jan 2001 00:00:00 GMT" },
  ] as Record<string, string>[])("but not who sends what nobody can read: %o", async (headers) => {
    for (const file of FILES) {
      expect((await ask(at(file), headers)).status).toBe(200);
    }
  });

  test("in another language, or of another part, has it not", async () => {
    const tag = (await ask(at("feed.atom"))).headers.get("ETag")!;
    for (const query of ["?lang=ru", "?lang=en&addressee=K"]) {
      expect((await ask(at("feed.atom", query), { "If-None-Match": tag })).status).toBe(200);
    }
  });

  test("is sent it compressed, and known again by what that came with", async () => {
    const first = await ask(at("feed.atom"), { "Accept-Encoding": "gzip" });
    expect(first.headers.get("Content-Encoding")).toBe("gzip");
    const tag = first.headers.get("ETag")!;
    expect(tag).toMatch(/^W\//);
    expect(
      (await ask(at("feed.atom"), { "If-None-Match": tag, "Accept-Encoding": "gzip" })).status,
    ).toBe(304);
  });

  test("is sent it anew when something is new", async () => {
    const first = await ask(at("feed.atom", "?lang=en", MOVED.id));
    const [tag, modified] = [first.headers.get("ETag")!, first.headers.get("Last-Modified")!];
    news.clock += 60_000;
    await news.record(
      answer(1, new Date(news.clock).toISOString(), { recommendation: "K1" }),
      MOVED.id,
    );
    news.clock += 2_000;
    const conditions: Record<string, string>[] = [
      { "If-None-Match": tag },
      { "If-Modified-Since": modified },
    ];
    for (const headers of conditions) {
      expect((await ask(at("feed.atom", "?lang=en", MOVED.id), headers)).status).toBe(200);
    }
    const now = await ask(at("feed.atom", "?lang=en", MOVED.id));
    expect(Date.parse(now.headers.get("Last-Modified")!)).toBeGreaterThan(Date.parse(modified));
    const ids = readAtom(await now.text()).entries.map(({ id }) => id);
    expect(ids).toEqual([ids[0], ...readAtom(await first.text()).entries.map(({ id }) => id)]);
  });
});
