import { encodingFor } from "../memory/encoded.ts";
import type { SharedPage } from "../memory/shared-pages.ts";

/** A page that was made for all who asked at this moment, in the way of compressing that this one takes. */
export function sharedAnswer(request: Request, page: SharedPage): Response {
  const accepted = request.headers.get("Accept-Encoding") ?? "";
  const isZipped = encodingFor(accepted, ["gzip", "identity"]) === "gzip";
  const bytes = isZipped ? page.gzip : page.identity;
  return new Response(bytes, {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Length": String(bytes.byteLength),
      "Cache-Control": "no-store",
      Vary: "Accept-Encoding",
      ...(isZipped && { "Content-Encoding": "gzip" }),
    },
  });
}
