import type { Context } from "hono";
import { API, type ReleaseList } from "../../domain/api.ts";
import { isNumbered, partOf, readPart } from "../../domain/contract/part.ts";
import { pathOf, RECOMMENDATION } from "../../domain/paths.ts";
import { WORDING_COLUMNS } from "../../domain/release/public-tables.ts";
import { RESULT_COLUMNS, resultRows } from "../../domain/release/results-table.ts";
import { SEGMENT_COLUMNS, segmentRows } from "../../domain/release/segments-table.ts";
import type { Release } from "../../domain/release/schema.ts";
import {
  IN_FILE_NAMES,
  markedUnflagged,
  unflaggedPanels,
} from "../../domain/release/unflagged-tables.ts";
import { tellsWithout } from "../../domain/release/without-flagged.ts";
import { type Given, rowWording } from "../../web/download/row-wording.ts";
import type { Choices } from "../../web/results/facts/choices.ts";
import { catalogueFor } from "../../web/language/catalogue.ts";
import { problemAnswer } from "../http/answers.tsx";
import { SAME_FOR_ALL } from "../http/caching.ts";
import { hasThis } from "../http/etag.ts";
import { wholeNumber } from "../../domain/release/number.ts";
import { pageInTurn } from "../http/page-in-turn.ts";
import { nextPart } from "../http/parts-of-lists.ts";
import { taggedJson } from "../http/tagged.ts";
import { csv } from "../csv.ts";
import { encodingFor, type Encoding } from "../memory/encoded.ts";
import { madePages } from "../memory/made-pages.ts";
import type { PublishedRelease, PublishedReleases } from "../memory/releases.ts";
import { sha256 } from "../secrets.ts";
import type { Services } from "../services.ts";
import { ballotsAsked } from "../http/ballots-asked.ts";
import type { App, Environment } from "../http/environment.ts";

/** As everything else of the API that is compressed. */
const WAYS: readonly Encoding[] = ["gzip", "identity"];

/** The definition and the newest release, as JSON and as files. Open to everybody. */
export function resultRoutes(app: App, services: Services, published: PublishedReleases): void {
  app.get(API.consultation.path, (context) => taggedJson(context, context.get("known").definition));

  const pages = madePages();
  const serve = (
    path: string,
    contentType: string,
    find: (context: Context<Environment>) => Promise<PublishedRelease | undefined>,
    body: (found: PublishedRelease, given: Given | undefined, ballots: Ballots) => string,
    fileEnding?: string,
    /** Whether it is there without flagged ballots too; the release itself has both in it. */
    hasUnflagged = false,
  ) =>
    app.get(path, async (context) => {
      const isTable = contentType.startsWith("text/csv");
      const given = isTable ? readerOf(context) : undefined;
      if (given === "unknown") {
        return problemAnswer(context, services, { problem: "language-unknown" });
      }
      const found = await find(context);
      if (found === undefined) {
        const problem =
          context.req.param("number") === undefined ? "release-unknown" : "release-number-unknown";
        return problemAnswer(context, services, { problem });
      }
      const ballots = isTable
        ? ballotsAsked(context, hasUnflagged && tellsWithout(found.release))
        : "all";
      if (ballots === undefined) {
        return problemAnswer(context, services, { problem: "without-flagged-unknown" });
      }
      // Of the wording there may be another while the release is the same.
      const wording =
        given === undefined
          ? ""
          : `-${sha256(`${given.language} ${context.get("known").version}`).slice(0, 8)}`;
      const marked = ballots === "all" ? "" : `-${IN_FILE_NAMES}`;
      const tag = `${found.hash}${marked}${wording}`;
      const headers: Record<string, string> = {
        ETag: `"${tag}"`,
        // May be kept, but is asked for again each time, which a 304 answers.
        "Cache-Control": SAME_FOR_ALL,
        Vary: "Accept-Encoding",
        // The bytes of a release are fixed: where its recommendations have pages stands beside them (RFC 9652).
        "Link-Template": `"${pagesOf(found.release.consultation)}"; rel="item"`,
      };
      // What is served instead is told beside its bytes, which are those of another release.
      if (found.unreadable !== undefined) {
        headers["Kenes-Unreadable-Release"] = String(found.unreadable);
      }
      // Older ones are read anew, and seldom asked for.
      const isKept = find === newest;
      if (isKept) context.env?.turns?.isKept();
      if (hasThis(context.req.raw, tag)) {
        return new Response(null, { status: 304, headers });
      }
      headers["Content-Type"] = contentType;
      if (fileEnding !== undefined) {
        const { consultation, release } = found.release;
        const name = `${consultation}-${release}${marked}.${fileEnding}`;
        headers["Content-Disposition"] = `attachment; filename="${name}"`;
      }
      if (!isKept) return new Response(body(found, given, ballots), { headers });
      const place = JSON.stringify([path, found.release.consultation, given?.language, ballots]);
      const make = () => body(found, given, ballots);
      const kept = await pageInTurn(context, pages, place, tag, make, WAYS);
      const encoding = encodingFor(context.req.header("Accept-Encoding") ?? "", WAYS);
      if (encoding !== "identity") {
        headers["Content-Encoding"] = encoding;
        // The tag is of the bytes as they were.
        headers["ETag"] = `W/"${tag}"`;
      }
      const bytes = kept.in(encoding);
      headers["Content-Length"] = String(bytes.byteLength);
      return new Response(bytes, { headers });
    });

  const newest = (context: Context<Environment>) =>
    published.newest(context.get("known").definition.id);
  const numbered = (context: Context<Environment>) =>
    published.numbered(
      context.get("known").definition.id,
      wholeNumber(context.req.param("number") ?? ""),
    );
  const [json, table] = ["application/json", "text/csv; charset=utf-8"];
  serve(API.results.path, json, newest, ({ text }) => text);
  serve(API.resultsJson.path, json, newest, ({ text }) => text, "json");
  serve(API.resultsCsv.path, table, newest, csvOf(RESULT_COLUMNS, resultRows), "csv", true);
  serve(API.segmentsCsv.path, table, newest, csvOf(SEGMENT_COLUMNS, segmentRows), "segments.csv");
  serve(API.release.path, json, numbered, ({ text }) => text);

  app.get(API.releases.path, async (context) => {
    const releases = await published.list(context.get("known").definition.id);
    const asked = readPart(context.req.query(), isNumbered);
    if (asked === undefined) return taggedJson(context, { releases } satisfies ReleaseList);
    if ("faults" in asked) {
      return problemAnswer(context, services, { problem: "parameter-invalid", ...asked });
    }
    const before = asked.after === undefined ? Infinity : Number(asked.after);
    const { part, last } = partOf(
      releases.filter(({ release }) => release < before),
      asked,
    );
    const answer = { releases: part } satisfies ReleaseList;
    return taggedJson(context, answer, nextPart(context, asked, last?.release));
  });
}

type Ballots = Choices["ballots"];

/** In which of the consultation's languages the wording is asked for; `undefined` where none is asked for. */
function readerOf(context: Context<Environment>): Given | "unknown" | undefined {
  const language = context.req.query("lang");
  if (language === undefined) return undefined;
  const { definition: consultation } = context.get("known");
  if (!consultation.languages.includes(language)) return "unknown";
  return { consultation, language, text: catalogueFor(language) };
}

/** A release as a file of comma-separated values with the names of its columns; for a reader with the wording behind them. */
const csvOf =
  (columns: readonly string[], rows: (release: Release) => (string | number)[][]) =>
  (found: PublishedRelease, given: Given | undefined, ballots: Ballots): string => {
    const isWhole = ballots === "all";
    const release = isWhole ? found.release : unflaggedPanels(found.release);
    const whole = { columns, rows: rows(release) };
    const { columns: names, rows: cells } = isWhole ? whole : markedUnflagged(whole, release);
    if (given === undefined) return csv([names, ...cells]);
    const wordingAt = rowWording(given, release);
    const said = (row: readonly (string | number)[], column: string): string | undefined => {
      const place = names.indexOf(column);
      return place < 0 ? undefined : String(row[place]);
    };
    return csv([
      [...names, ...WORDING_COLUMNS.map(({ name }) => name)],
      ...cells.map((row) => {
        const [question, option] = [said(row, "question"), said(row, "option")];
        const panel = said(row, "panel") ?? "public";
        const group = question === undefined ? {} : { question, option: option ?? "" };
        return [...row, ...wordingAt({ code: said(row, "code") ?? "", panel, ...group })];
      }),
    ]);
  };

/** The addresses of the pages of its recommendations, for a client to fill in a code (RFC 6570). */
const pagesOf = (id: string): string => pathOf(RECOMMENDATION, { id }).replace(":code", "{code}");
