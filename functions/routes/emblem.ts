import { EMBLEM_FILE } from "../../domain/consultation/look.ts";
import { EMBLEM } from "../../domain/paths.ts";
import { problemAnswer } from "../http/answers.tsx";
import type { App } from "../http/environment.ts";
import { asPicture } from "../http/security-headers.ts";
import type { Services } from "../services.ts";
import { getEmblem } from "../store/emblems.ts";

/** The emblems that are kept. Their names are made of their bytes, so a browser may keep them for good. */
export function emblemRoutes(app: App, services: Services): void {
  app.get(EMBLEM, async (context) => {
    const file = context.req.param("file");
    const bytes = EMBLEM_FILE.test(file) ? await getEmblem(services.db, file) : undefined;
    if (bytes === undefined) return problemAnswer(context, services, { problem: "page-unknown" });
    return asPicture(
      new Response(new Uint8Array(bytes), {
        headers: {
          "Content-Type": file.endsWith(".png") ? "image/png" : "image/svg+xml",
          "Cache-Control": "public, max-age=31536000, immutable",
        },
      }),
    );
  });
}
