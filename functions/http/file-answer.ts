import { encodingFor } from "../memory/encoded.ts";
import type { MadeFile } from "../memory/made-files.ts";
import { hasThis } from "./etag.ts";

/** A zip is packed already. */
const isPacked = (contentType: string): boolean => contentType === "application/zip";

/** A made file as a download, in the way of compressing that the asker takes; asked for again each time whether it still holds. */
export function fileAnswer(
  request: Request,
  file: MadeFile,
  { contentType, name }: { contentType: string; name: string },
): Response {
  const accepted = request.headers.get("Accept-Encoding") ?? "";
  const encoding = isPacked(contentType) ? "identity" : encodingFor(accepted);
  const tag = `${file.tag}-${encoding}`;
  const headers: Record<string, string> = {
    ETag: `"${tag}"`,
    "Cache-Control": "no-cache",
    Vary: "Accept-Encoding",
  };
  if (hasThis(request, tag)) return new Response(null, { status: 304, headers });
  const bytes = file.in(encoding);
  headers["Content-Type"] = contentType;
  headers["Content-Length"] = String(bytes.byteLength);
  headers["Content-Disposition"] = `attachment; filename="${name}"`;
  if (encoding !== "identity") headers["Content-Encoding"] = encoding;
  return new Response(bytes, { headers });
}
