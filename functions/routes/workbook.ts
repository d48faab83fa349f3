import { API } from "../../domain/api.ts";
import { workbookFile } from "../download/workbook-file.ts";
import { pageProps, problemAnswer } from "../http/answers.tsx";
import { tellsWithout } from "../../domain/release/without-flagged.ts";
import { IN_FILE_NAMES } from "../../domain/release/unflagged-tables.ts";
import { ballotsAsked } from "../http/ballots-asked.ts";
import type { App } from "../http/environment.ts";
import { fileAnswer } from "../http/file-answer.ts";
import type { MadeFiles } from "../memory/made-files.ts";
import type { PublishedRelease, PublishedReleases } from "../memory/releases.ts";
import type { Services } from "../services.ts";
import { SPREADSHEET } from "../sheet/workbook.ts";
import { wholeNumber } from "../../domain/release/number.ts";

/** Releases as workbooks, in each language of their consultation. Open to everybody. */
export function workbookRoutes(
  app: App,
  services: Services,
  published: PublishedReleases,
  files: MadeFiles,
): void {
  const serve = (
    path: string,
    find: (id: string, number: string) => Promise<PublishedRelease | undefined>,
    problem: "release-unknown" | "release-number-unknown",
  ) =>
    app.get(path, async (context) => {
      const { definition: consultation, version } = context.get("known");
      const found = await find(consultation.id, context.req.param("number") ?? "");
      if (found === undefined) return problemAnswer(context, services, { problem });
      const { language, origin } = pageProps(services, context.req.raw, consultation.languages);
      const { release, hash } = found;
      const ballots = ballotsAsked(context, tellsWithout(release));
      if (ballots === undefined) {
        return problemAnswer(context, services, { problem: "without-flagged-unknown" });
      }
      const make = () => workbookFile({ consultation, found, origin }, language, ballots);
      const { id } = consultation;
      const place = JSON.stringify(["xlsx", id, release.release, language, origin, ballots]);
      const marked = ballots === "all" ? "" : `-${IN_FILE_NAMES}`;
      // The wording may have been corrected since.
      const file = await files.get(place, JSON.stringify([hash, version]), make);
      return fileAnswer(context.req.raw, file, {
        name: `${id}-${release.release}${marked}.${language}.xlsx`,
        contentType: SPREADSHEET,
        // Where the address names no language, it is the one that the browser prefers.
        vary: "Accept-Language",
      });
    });

  serve(API.resultsXlsx.path, (id) => published.newest(id), "release-unknown");
  serve(
    API.releaseXlsx.path,
    (id, number) => published.numbered(id, wholeNumber(number)),
    "release-number-unknown",
  );
}
