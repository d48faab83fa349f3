import type { Context } from "hono";
import { sha256 } from "../secrets.ts";
import { SAME_FOR_ALL } from "./caching.ts";
import { hasThis } from "./etag.ts";

/** What is the same for everybody, may be kept, and is asked for again each time. */
interface Tagged {
  contentType: string;
  body: string;
  /** Further headers, which a 304 has too. */
  headers?: Readonly<Record<string, string>>;
  /** Under which name it is to be kept. */
  file?: string;
}

/** An answer with a tag of its bytes: a 304 says that it still stands. */
export function taggedAnswer(
  context: Context,
  { contentType, body, headers, file }: Tagged,
): Response {
  const tag = sha256(contentType + body);
  const all: Record<string, string> = {
    ETag: `"${tag}"`,
    "Cache-Control": SAME_FOR_ALL,
    Vary: "Accept-Encoding",
    ...headers,
  };
  if (hasThis(context.req.raw, tag)) return new Response(null, { status: 304, headers: all });
  all["Content-Type"] = contentType;
  if (file !== undefined) all["Content-Disposition"] = `attachment; filename="${file}"`;
  return new Response(body, { headers: all });
}

/** The same of JSON. */
export const taggedJson = (
  context: Context,
  value: unknown,
  headers?: Readonly<Record<string, string>>,
): Response =>
  taggedAnswer(context, {
    contentType: "application/json",
    body: JSON.stringify(value),
    ...(headers && { headers }),
  });
