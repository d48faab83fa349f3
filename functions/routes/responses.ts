import { API } from "../../domain/api.ts";
import { responseListOf } from "../../domain/response/response-list.ts";
import type { App } from "../http/environment.ts";
import { hasThis } from "../http/etag.ts";
import type { Responses } from "../memory/responses.ts";
import { sha256 } from "../secrets.ts";

/** Every official response of a consultation, each answer with what became of it. Open to everybody. */
export function responseApiRoutes(app: App, responses: Responses): void {
  app.get(API.responses.path, async (context) => {
    const { id } = context.get("known").definition;
    const body = JSON.stringify(responseListOf(id, await responses(id)));
    const tag = sha256(body);
    const headers = {
      ETag: `"${tag}"`,
      // May be kept, but is asked for again each time, which a 304 answers.
      "Cache-Control": "no-cache",
      Vary: "Accept-Encoding",
    };
    if (hasThis(context.req.raw, tag)) return new Response(null, { status: 304, headers });
    return new Response(body, { headers: { ...headers, "Content-Type": "application/json" } });
  });
}
