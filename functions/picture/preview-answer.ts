import { hasThis } from "../http/etag.ts";
import { sha256 } from "../secrets.ts";
import { pngOf } from "./png.ts";

/** A picture that previews of a link show; by what is drawn: whoever has it is answered without making it again. */
export async function previewAnswer(request: Request, drawing: string): Promise<Response> {
  const tag = sha256(drawing);
  const headers = {
    ETag: `"${tag}"`,
    "Cache-Control": "public, max-age=3600",
    Vary: "Accept-Language",
  };
  if (hasThis(request, tag)) return new Response(null, { status: 304, headers });
  const png = await pngOf(drawing, 1);
  return new Response(png, { headers: { ...headers, "Content-Type": "image/png" } });
}
