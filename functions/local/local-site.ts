import { extname } from "node:path";
import { Hono } from "hono";
import { busyAnswers } from "../http/busy-answer.tsx";
import type { App, Hosting } from "../http/environment.ts";
import { FILE_HEADERS } from "../http/security-headers.ts";
import { inTurn } from "../http/turns.ts";
import { encoded, encodingFor } from "../memory/encoded.ts";
import type { Services } from "../services.ts";
import { SERVER_LIMITS, type ServerLimits } from "./server-limits.ts";

const KINDS: Record<string, string> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
};

/** Files are compressed once for as long as the server runs: no time is spared. */
const BEST = 11;

interface Site {
  Bindings: Hosting;
}

/**
 * The app behind its admission, and the pages' files, which in the cloud CloudFront takes out of a bucket and which wait
 * for nothing.
 */
export function localSite(
  app: App,
  assetFiles: Map<string, Uint8Array<ArrayBuffer>>,
  services: Pick<Services, "assets">,
  limits: ServerLimits = SERVER_LIMITS,
): Hono<Site> {
  const site = new Hono<Site>();
  for (const [address, bytes] of assetFiles) {
    const headers = {
      ...FILE_HEADERS,
      "Content-Type": KINDS[extname(address)] ?? "application/octet-stream",
      // The name holds a hash of the content, so it never means anything else.
      "Cache-Control": "public, max-age=31536000, immutable",
      Vary: "Accept-Encoding",
    };
    const file = encoded(bytes, BEST);
    site.get(address, ({ req }) => {
      const encoding = encodingFor(req.header("Accept-Encoding") ?? "");
      const how = encoding === "identity" ? undefined : { "Content-Encoding": encoding };
      return new Response(file(encoding), { headers: { ...headers, ...how } });
    });
  }
  const answerOf = inTurn(app, limits);
  const busy = busyAnswers(services);
  site.all("*", async ({ req: { raw }, env }) => {
    const answer = await answerOf(raw, env ?? {});
    // Nobody reads what is answered to who is gone.
    return answer === "busy" || answer === "gone" ? busy(raw) : answer;
  });
  return site;
}
