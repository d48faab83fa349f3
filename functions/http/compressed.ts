import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { MiddlewareHandler } from "hono";
import { encodingFor } from "../memory/encoded.ts";

const zip = promisify(gzip);

/** Shorter texts hardly become shorter. */
const LEAST_BYTES = 1024;
/** Longer ones are compressed while they are sent. */
const MOST_BYTES = 4 * 1024 * 1024;

/**
 * Compresses texts that are there as a whole (they say their length) in one piece: a stream for each keeps some
 * hundred kilobytes for as long as a slow reader takes, and costs three times the processor.
 */
export function compressWhole(): MiddlewareHandler {
  return async (context, next) => {
    await next();
    const { res, req } = context;
    const length = Number(res.headers.get("Content-Length") ?? Number.NaN);
    const isText = /^text\/html|json/.test(res.headers.get("Content-Type") ?? "");
    if (!isText || !(length >= LEAST_BYTES && length <= MOST_BYTES)) return;
    if (req.method === "HEAD" || res.headers.has("Content-Encoding")) return;
    const vary = res.headers.get("Vary");
    if (vary === null) res.headers.set("Vary", "Accept-Encoding");
    else if (!/accept-encoding/i.test(vary)) res.headers.set("Vary", `${vary}, Accept-Encoding`);
    const accepted = req.header("Accept-Encoding") ?? "";
    if (encodingFor(accepted, ["gzip", "identity"]) !== "gzip") return;
    const { status, headers } = res;
    const bytes = await zip(await res.arrayBuffer());
    headers.set("Content-Encoding", "gzip");
    // The tag is of the bytes as they were.
    const tag = headers.get("ETag");
    if (tag !== null && !tag.startsWith("W/")) headers.set("ETag", `W/${tag}`);
    headers.set("Content-Length", String(bytes.byteLength));
    context.res = undefined;
    context.res = new Response(bytes, { status, headers });
  };
}
