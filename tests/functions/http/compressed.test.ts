import { gunzipSync } from "node:zlib";
import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import { compressWhole } from "../../../functions/http/compressed.ts";

const TEXT = "a page ".repeat(1_000);

const app = new Hono()
  .use(compressWhole())
  .get("/whole", () => page({ "Content-Length": String(TEXT.length), "X-Kept": "yes" }))
  .get("/short", () => new Response("short", { headers: { ...HTML, "Content-Length": "5" } }))
  .get("/streamed", () => page({}))
  .get("/tagged", () => page({ "Content-Length": String(TEXT.length), ETag: '"tag"' }))
  .get("/picture", () => page({ "Content-Length": "7000", "Content-Type": "image/png" }));

const HTML = { "Content-Type": "text/html; charset=utf-8" };
function page(headers: Record<string, string>): Response {
  return new Response(TEXT, { status: 201, headers: { ...HTML, ...headers } });
}

const ask = (path: string, accepted = "gzip, br", method = "GET") =>
  app.request(path, { method, headers: { "Accept-Encoding": accepted } });

describe("what is there as a whole is compressed in one piece", () => {
  test.each([
    ["/whole", "gzip, br"],
    ["/tagged", "*"],
  ])("%s for %s", async (path, accepted) => {
    const answer = await ask(path, accepted);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(answer.status).toBe(201);
    expect(answer.headers.get("Content-Encoding")).toBe("gzip");
    expect(answer.headers.get("Content-Length")).toBe(String(bytes.byteLength));
    expect(answer.headers.get("Vary")).toBe("Accept-Encoding");
    expect(gunzipSync(bytes).toString()).toBe(TEXT);
  });

  test("a tag of the bytes as they were is a weak one", async () => {
    expect((await ask("/tagged")).headers.get("ETag")).toBe('W/"tag"');
    expect((await ask("/tagged", "")).headers.get("ETag")).toBe('"tag"');
    expect((await ask("/whole")).headers.get("X-Kept")).toBe("yes");
  });
});

test.each([
  ["/whole", "br", "GET"],
  ["/whole", "", "GET"],
  ["/whole", "gzip;q=0, *", "GET"],
  ["/short", "gzip", "GET"],
  ["/streamed", "gzip", "GET"],
  ["/picture", "gzip", "GET"],
  ["/whole", "gzip", "HEAD"],
])("%s for %s by %s is sent as it is", async (path, accepted, method) => {
  const answer = await ask(path, accepted, method);
  expect(answer.headers.get("Content-Encoding")).toBeNull();
  const text = await answer.text();
  expect(text).toBe(method === "HEAD" ? "" : path === "/short" ? "short" : TEXT);
});
