import { encodingFor } from "../memory/encoded.ts";
import type { MadePage } from "../memory/made-pages.ts";
import { SAME_FOR_ALL } from "./caching.ts";
import { hasThis } from "./etag.ts";

/**
 * A page that is the same for everybody, in the way of compressing that the asker takes. A browser may
 * keep it and asks each time whether it still holds; `traceless` pages stay on no device.
 */
export function madeAnswer(request: Request, page: MadePage, traceless: boolean): Response {
  const encoding = encodingFor(request.headers.get("Accept-Encoding") ?? "");
  const tag = `${page.tag}-${encoding}`;
  const headers: Record<string, string> = {
    // It is drawn in the language that the browser prefers, where the address names none.
    Vary: "Accept-Encoding, Accept-Language",
    "Cache-Control": traceless ? "no-store" : SAME_FOR_ALL,
    ...(!traceless && { ETag: `"${tag}"` }),
  };
  if (!traceless && hasThis(request, tag)) {
    return new Response(null, { status: 304, headers });
  }
  const bytes = page.in(encoding);
  headers["Content-Type"] = "text/html; charset=utf-8";
  headers["Content-Length"] = String(bytes.byteLength);
  if (encoding !== "identity") headers["Content-Encoding"] = encoding;
  return new Response(bytes, { headers });
}
