import { type Encoding, encodingFor } from "../memory/encoded.ts";

/** How a page is compressed for who asks. */
export const wayFor = (request: Request): Encoding =>
  encodingFor(request.headers.get("Accept-Encoding") ?? "");

/** A page that was made for all who asked at this moment, compressed in this way. */
export function sharedAnswer(bytes: Uint8Array<ArrayBuffer>, way: Encoding): Response {
  return new Response(bytes, {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Length": String(bytes.byteLength),
      "Cache-Control": "no-store",
      Vary: "Accept-Encoding",
      ...(way !== "identity" && { "Content-Encoding": way }),
    },
  });
}
