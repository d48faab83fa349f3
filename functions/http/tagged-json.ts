import type { Context } from "hono";
import { sha256 } from "../secrets.ts";
import { hasThis } from "./etag.ts";

/** JSON that may be kept, and is asked for again each time: a 304 says that it still stands. */
export function taggedJson(context: Context, value: unknown): Response {
  const text = JSON.stringify(value);
  const tag = sha256(text);
  const headers = { ETag: `"${tag}"`, "Cache-Control": "no-cache", Vary: "Accept-Encoding" };
  return hasThis(context.req.raw, tag)
    ? new Response(null, { status: 304, headers })
    : new Response(text, { headers: { ...headers, "Content-Type": "application/json" } });
}
