import { encodingFor } from "../memory/encoded.ts";
import type { MadeFile } from "../memory/made-files.ts";
import { SAME_FOR_ALL } from "./caching.ts";
import { hasThis } from "./etag.ts";

/** A file as it is saved: its name, its media type, and by what of a request its content was chosen. */
interface Saved {
  name: string;
  contentType: string;
  vary?: string;
}

/** These are packed already. */
const isPacked = (contentType: string): boolean => /\/(zip|vnd\.openxml)/.test(contentType);

/**
 * A made file to save, the same for everybody, in the way of compressing that the asker takes. It may be kept, and is
 * asked for again each time, which a 304 answers.
 */
export function fileAnswer(
  request: Request,
  file: MadeFile,
  { contentType, name, vary }: Saved,
): Response {
  const accepted = request.headers.get("Accept-Encoding") ?? "";
  const encoding = isPacked(contentType) ? "identity" : encodingFor(accepted);
  const tag = `${file.tag}-${encoding}`;
  const headers: Record<string, string> = {
    ETag: `"${tag}"`,
    "Cache-Control": SAME_FOR_ALL,
    Vary: ["Accept-Encoding", ...(vary === undefined ? [] : [vary])].join(", "),
  };
  if (hasThis(request, tag)) return new Response(null, { status: 304, headers });
  const bytes = file.in(encoding);
  headers["Content-Type"] = contentType;
  headers["Content-Length"] = String(bytes.byteLength);
  headers["Content-Disposition"] = `attachment; filename="${name}"`;
  if (encoding !== "identity") headers["Content-Encoding"] = encoding;
  return new Response(bytes, { headers });
}
