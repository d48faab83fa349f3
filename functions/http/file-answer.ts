import type { MadeFile } from "../memory/made-files.ts";
import { hasThis } from "./etag.ts";

/** A file as it is saved: its name, its media type, and by what of a request its content was chosen. */
interface Saved {
  name: string;
  type: string;
  vary?: string;
}

/** A file to save, the same for everybody. It may be kept, and is asked for again each time, which a 304 answers. */
export function fileAnswer(
  request: Request,
  { tag, bytes }: MadeFile,
  { name, type, vary }: Saved,
): Response {
  const headers: Record<string, string> = {
    ETag: `"${tag}"`,
    "Cache-Control": "no-cache",
    ...(vary !== undefined && { Vary: vary }),
  };
  if (hasThis(request, tag)) return new Response(null, { status: 304, headers });
  headers["Content-Type"] = type;
  headers["Content-Length"] = String(bytes.byteLength);
  headers["Content-Disposition"] = `attachment; filename="${name}"`;
  return new Response(bytes, { headers });
}
