import { stringify } from "csv-stringify/sync";
import { API } from "../../domain/api.ts";
import { RESULT_COLUMNS, resultRows } from "../../domain/export.ts";
import { jsonAnswer, problemAnswer } from "../answers.tsx";
import type { Published, PublishedReleases } from "../published.ts";
import type { Services } from "../services.ts";
import type { App } from "./environment.ts";

/** The definition and the newest release, as JSON and as files. Open to everybody. */
export function resultRoutes(app: App, services: Services, published: PublishedReleases): void {
  app.get(API.consultation.path, (context) => jsonAnswer(context.get("known").definition));

  const serve = (
    path: string,
    contentType: string,
    body: (newest: Published) => string,
    fileEnding?: string,
  ) =>
    app.get(path, async (context) => {
      const { id } = context.get("known").definition;
      const newest = await published.newest(id);
      if (newest === undefined) {
        return problemAnswer(context, services, { problem: "release-unknown" });
      }
      const headers: Record<string, string> = {
        ETag: `"${newest.hash}"`,
        // May be kept, but is asked for again each time, which a 304 answers.
        "Cache-Control": "no-cache",
        Vary: "Accept-Encoding",
      };
      if (hasNewest(context.req.header("If-None-Match"), newest.hash)) {
        return new Response(null, { status: 304, headers });
      }
      headers["Content-Type"] = contentType;
      if (fileEnding !== undefined) {
        const name = `${id}-${newest.release.release}.${fileEnding}`;
        headers["Content-Disposition"] = `attachment; filename="${name}"`;
      }
      return new Response(body(newest), { headers });
    });

  serve(API.results.path, "application/json", ({ text }) => text);
  serve(API.resultsJson.path, "application/json", ({ text }) => text, "json");
  serve(API.resultsCsv.path, "text/csv; charset=utf-8", resultsCsv, "csv");
}

/** RFC 4180, with a leading apostrophe where a spreadsheet would take a text for a formula. */
const resultsCsv = ({ release }: Published): string =>
  stringify([[...RESULT_COLUMNS], ...resultRows(release)], {
    escape_formulas: true,
    record_delimiter: "windows",
  });

/** Whether the asker has this release already; a proxy may have made the tag a weak one. */
const hasNewest = (tags: string | undefined, hash: string): boolean =>
  tags !== undefined && tags.includes(`"${hash}"`);
