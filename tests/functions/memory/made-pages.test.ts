import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { madeAnswer } from "../../../functions/http/made-answer.ts";
import { madePages } from "../../../functions/memory/made-pages.ts";

const asked = (headers: Record<string, string> = {}) => new Request("http://x/", { headers });
const bodyOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer());

test("a page is made once, and again when it would be made of something else", () => {
  const pages = madePages();
  let made = 0;
  const get = (place: string, of: string) => pages.get(place, of, () => `${place} ${++made}`);
  const first = get("a", "1");
  expect(get("a", "1")).toBe(first);
  expect(get("b", "1")).not.toBe(first);
  const second = get("a", "2");
  expect(second.tag).not.toBe(first.tag);
  expect(get("a", "2")).toBe(second);
  expect(made).toBe(3);
});

test("what was not asked for longest is forgotten, so that nobody can fill the memory", () => {
  const page = "x".repeat(1_000);
  const pages = madePages(10_100);
  const made: string[] = [];
  const get = (place: string) => pages.get(place, "", () => (made.push(place), page + place));
  for (const place of "abcde") get(place);
  get("a");
  get("f");
  made.length = 0;
  for (const place of "acdefb") get(place);
  expect(made).toEqual(["b"]);
  // One that is larger than all that is kept is served all the same.
  expect(pages.get("large", "", () => "x".repeat(20_000)).in("identity")).toHaveLength(20_000);
});

test("is sent as the browser takes it, and not again where it has it", async () => {
  const page = madePages().get("a", "", () => "<p>Қазақстан</p>".repeat(100));
  const plain = await bodyOf(madeAnswer(asked(), page, false));
  const unpack = { br: brotliDecompressSync, gzip: gunzipSync, identity: (all: Buffer) => all };
  const cases: [string, keyof typeof unpack][] = [
    ["gzip, deflate, br, zstd", "br"],
    ["gzip, deflate", "gzip"],
    ["br;q=0, gzip;q=0.5", "gzip"],
    ["*", "br"],
    ["zstd", "identity"],
    ["", "identity"],
  ];
  const tags = new Set<string>();
  for (const [accepted, encoding] of cases) {
    const answer = madeAnswer(asked({ "Accept-Encoding": accepted }), page, false);
    expect(answer.headers.get("Content-Encoding") ?? "identity").toBe(encoding);
    expect(answer.headers.get("Cache-Control")).toBe("public, max-age=0, s-maxage=3");
    const tag = answer.headers.get("ETag")!;
    tags.add(tag);
    const bytes = await bodyOf(answer);
    expect(answer.headers.get("Content-Length")).toBe(String(bytes.length));
    expect(unpack[encoding](bytes).equals(plain)).toBe(true);
    const headers = { "Accept-Encoding": accepted, "If-None-Match": `"other", W/${tag}` };
    const again = madeAnswer(asked(headers), page, false);
    expect([again.status, again.headers.get("ETag"), await again.text()]).toEqual([304, tag, ""]);
  }
  expect(tags.size).toBe(3);
});

test("of people at risk nothing stays on a device, not even its tag", () => {
  const page = madePages().get("a", "", () => "page");
  const { tag } = page;
  const answer = madeAnswer(asked({ "If-None-Match": `"${tag}-identity"` }), page, true);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("Cache-Control")).toBe("no-store");
  expect(answer.headers.has("ETag")).toBe(false);
});
