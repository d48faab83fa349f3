import type { Context } from "hono";
import { API } from "../../domain/api.ts";
import { COMPARE, pathOf } from "../../domain/paths.ts";
import { PROBLEMS } from "../../domain/problem.ts";
import { COMPARE_COLUMNS, compareRows } from "../../domain/release/compare-table.ts";
import { ComparePage } from "../../web/compare/compare-page.tsx";
import { titleIn } from "../../web/compare/said-side.ts";
import { textOf } from "../../web/language/said.tsx";
import { csv } from "../csv.ts";
import { pageAnswer, pageProps, pageText, problemAnswer } from "../http/answers.tsx";
import type { App, Environment } from "../http/environment.ts";
import { SAME_FOR_ALL } from "../http/caching.ts";
import { hasThis } from "../http/etag.ts";
import { madeAnswer } from "../http/made-answer.ts";
import { pageInTurn } from "../http/page-in-turn.ts";
import { type ComparisonAsked, comparisonsOf } from "../memory/comparisons.ts";
import type { Consultations } from "../memory/consultations.ts";
import { madePages } from "../memory/made-pages.ts";
import type { PublishedReleases } from "../memory/releases.ts";
import { sha256 } from "../secrets.ts";
import type { Services } from "../services.ts";

/** Pages that are kept here, in bytes: pairs are many, and must not drive out the results themselves. */
const MOST_BYTES = 8 * 1024 * 1024;

/** Two releases side by side, as a page made once for each pair and language, and as a table. */
export function compareRoutes(
  app: App,
  services: Services,
  consultations: Consultations,
  published: PublishedReleases,
): void {
  const asked = comparisonsOf(consultations, published);
  const pages = madePages(MOST_BYTES);

  app.get(COMPARE, async (context) => {
    const known = context.get("known");
    const { definition: consultation } = known;
    const page = pageProps(services, context.req.raw, consultation.languages);
    const { releases, waves, problem, found } = await asked(known, context.req.query());
    const drawn = (
      <ComparePage
        {...page}
        {...{ consultation, releases, waves, problem }}
        comparison={found?.comparison}
      />
    );
    if (problem !== undefined) return pageAnswer(drawn, PROBLEMS[problem]);
    const place = JSON.stringify([
      consultation.id,
      page.language,
      page.origin,
      found === undefined ? [] : placeOf(found.comparison),
    ]);
    const of = JSON.stringify([
      known.version,
      found?.stamp,
      [releases.length, releases[0]?.hash],
      waves.map(({ id, title }) => [id, title]),
    ]);
    const made = await pageInTurn(context, pages, place, of, () => pageText(drawn));
    return madeAnswer(context.req.raw, made, consultation.disclosure === "at-risk");
  });

  app.get(API.compareCsv.path, async (context) => {
    const known = context.get("known");
    const { problem, found } = await asked(known, context.req.query());
    if (problem !== undefined || found === undefined) {
      return problemAnswer(context, services, { problem: problem ?? "release-unknown" });
    }
    const reader = pageProps(services, context.req.raw, known.definition.languages);
    return tableAnswer(context, reader, found.comparison);
  });
}

type Comparison = NonNullable<ComparisonAsked["found"]>["comparison"];

/** Which two, as an address and the name of a file have it. */
const placeOf = ({ earlier, later }: Comparison): string[] =>
  [earlier, later].map(({ release }) => `${release.consultation}-${release.release}`);

function tableAnswer(
  { req }: Context<Environment>,
  reader: ReturnType<typeof pageProps>,
  comparison: Comparison,
): Response {
  const rows = compareRows(comparison, {
    title: (code) => textOf(titleIn(reader, comparison, code)),
    source: reader.origin + pathOf(COMPARE, { id: comparison.later.consultation.id }),
  });
  const table = csv([[...COMPARE_COLUMNS], ...rows]);
  const tag = sha256(table);
  const headers: Record<string, string> = {
    ETag: `"${tag}"`,
    "Cache-Control": SAME_FOR_ALL,
    Vary: "Accept-Encoding, Accept-Language",
  };
  if (hasThis(req.raw, tag)) return new Response(null, { status: 304, headers });
  headers["Content-Type"] = "text/csv; charset=utf-8";
  headers["Content-Disposition"] =
    `attachment; filename="${placeOf(comparison).join("-beside-")}.csv"`;
  return new Response(table, { headers });
}
