import type { Problem } from "../../domain/problem.ts";
import { hasBodyOf } from "./body-type.ts";

/**
 * Reads a form with a file in it. Counts the bytes itself, so that no more than that many are ever
 * held, whatever `Content-Length` says.
 */
export async function readParts(
  request: Request,
  mostBytes: number,
): Promise<{ fields: URLSearchParams; file: Uint8Array } | Problem> {
  const type = request.headers.get("Content-Type") ?? "";
  if (!hasBodyOf(request, "multipart/form-data")) return { problem: "content-type-wrong" };
  if (Number(request.headers.get("Content-Length")) > mostBytes) {
    return { problem: "body-too-large" };
  }
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) return { problem: "body-too-large" };
    chunks.push(chunk);
  }
  if (bytes === 0) return { problem: "body-empty" };
  let form: FormData;
  try {
    form = await new Response(Buffer.concat(chunks), {
      headers: { "Content-Type": type },
    }).formData();
  } catch {
    return { problem: "content-type-wrong" };
  }
  const fields = new URLSearchParams();
  let file = new Uint8Array();
  for (const [name, value] of form) {
    if (typeof value === "string") fields.append(name, value);
    else file = new Uint8Array(await value.arrayBuffer());
  }
  return { fields, file };
}
