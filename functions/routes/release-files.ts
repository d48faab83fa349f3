import type { Context } from "hono";
import { API } from "../../domain/api.ts";
import { ZIP_FILE } from "../../domain/release/public-tables.ts";
import { IN_FILE_NAMES } from "../../domain/release/unflagged-tables.ts";
import { tellsWithout } from "../../domain/release/without-flagged.ts";
import { fileNames, hasUnflagged, releaseFile, typeOf, unflaggedFile } from "../download/files.ts";
import { pageProps, problemAnswer } from "../http/answers.tsx";
import { ballotsAsked } from "../http/ballots-asked.ts";
import type { App, Environment } from "../http/environment.ts";
import { fileAnswer } from "../http/file-answer.ts";
import { wholeNumber } from "../../domain/release/number.ts";
import type { MadeFiles } from "../memory/made-files.ts";
import type { PublishedRelease, PublishedReleases } from "../memory/releases.ts";
import type { Services } from "../services.ts";

/** The files of each release, made once: tables, their description, and all of them in one zip. Open to everybody. */
export function releaseFileRoutes(
  app: App,
  services: Services,
  published: PublishedReleases,
  made: MadeFiles,
): void {
  const answer = async (
    context: Context<Environment>,
    file: string,
    found: PublishedRelease,
  ): Promise<Response> => {
    const { definition: consultation, version } = context.get("known");
    const { origin } = pageProps(services, context.req.raw, consultation.languages);
    const { release } = found;
    const number = release.release;
    const isThere = tellsWithout(release) && hasUnflagged(file, consultation);
    const ballots = ballotsAsked(context, isThere);
    if (ballots === undefined) {
      return problemAnswer(context, services, { problem: "without-flagged-unknown" });
    }
    const isWhole = ballots === "all";
    const place = JSON.stringify([consultation.id, number, file, origin, ballots]);
    // The wording may be corrected while a release stays what it is.
    const of = JSON.stringify([found.hash, version]);
    const source = { consultation, found, published, origin };
    const make = async () => (isWhole ? releaseFile(file, source) : unflaggedFile(file, source));
    const start = `${consultation.id}-${number}${isWhole ? "" : `-${IN_FILE_NAMES}`}`;
    const name = file === ZIP_FILE ? `${start}.zip` : `${start}-${file}`;
    return fileAnswer(context.req.raw, await made.get(place, of, make), {
      contentType: typeOf(file),
      name,
    });
  };

  app.get(API.resultsZip.path, async (context) => {
    const found = await published.newest(context.get("known").definition.id);
    return found === undefined
      ? problemAnswer(context, services, { problem: "release-unknown" })
      : answer(context, ZIP_FILE, found);
  });

  app.get(API.releaseFile.path, async (context) => {
    const { definition } = context.get("known");
    const file = context.req.param("file") ?? "";
    if (!fileNames(definition).includes(file)) {
      return problemAnswer(context, services, { problem: "release-file-unknown" });
    }
    const number = wholeNumber(context.req.param("number") ?? "");
    const found = await published.numbered(definition.id, number);
    return found === undefined
      ? problemAnswer(context, services, { problem: "release-number-unknown" })
      : answer(context, file, found);
  });
}
