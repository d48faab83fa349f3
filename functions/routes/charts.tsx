import type { Context } from "hono";
import { renderToString } from "preact-render-to-string";
import {
  CHART,
  CHART_CHOICE,
  LEDGER_CHART,
  LEDGER_PNG,
  LEDGER_SPEC,
  pathOf,
} from "../../domain/paths.ts";
import { IN_FILE_NAMES } from "../../domain/release/unflagged-tables.ts";
import { tellsWithout } from "../../domain/release/without-flagged.ts";
import { isDrawable } from "../../web/language/drawable.ts";
import { OverviewFile } from "../../web/results/chart/overview-file.tsx";
import { type PictureSize, pngScale, readSize } from "../../web/results/chart/picture-size.ts";
import { RecommendationFile } from "../../web/results/chart/recommendation-file.tsx";
import { queryOf } from "../../web/results/facts/choices.ts";
import type { ResultsView } from "../../web/results/facts/view.ts";
import { CHART_FORMATS, LEDGER_OF_FORM, OVERVIEW } from "../../web/results/share/chart-form.tsx";
import { overviewSpec, recommendationSpec } from "../../web/results/vega/chart-specs.ts";
import { ballotsAsked } from "../http/ballots-asked.ts";
import { problemAnswer } from "../http/answers.tsx";
import type { App, Environment } from "../http/environment.ts";
import { SAME_FOR_ALL } from "../http/caching.ts";
import { hasThis } from "../http/etag.ts";
import { pngOf } from "../picture/png.ts";
import { sha256 } from "../secrets.ts";
import type { Services } from "../services.ts";

/** What a chart is asked for with; without a view before the first release. */
interface Asked {
  view: ResultsView | undefined;
  origin: string;
}

/** Every chart of a release as a file: drawn in three sizes, and as a specification to draw it anew. */
export function chartRoutes(
  app: App,
  services: Services,
  asked: (context: Context<Environment>) => Promise<Asked>,
): void {
  // What a form without a script chose has an address of its own only by this.
  app.get(CHART_CHOICE, async (context) => {
    const { view } = await asked(context);
    const { chart = "", size = "", format = "", lang } = context.req.query();
    const kind = CHART_FORMATS.find((one) => one === format);
    const isLedger = chart === LEDGER_OF_FORM;
    const isThere =
      isLedger || chart === OVERVIEW || view?.rows.some(({ code }) => code === chart) === true;
    if (view === undefined || !isThere) {
      const problem = view === undefined ? "release-unknown" : "page-unknown";
      return problemAnswer(context, services, { problem });
    }
    if (ballotsAsked(context, tellsWithout(view.release)) === undefined) {
      return problemAnswer(context, services, { problem: "without-flagged-unknown" });
    }
    if (kind === undefined || readSize(size) === undefined) {
      return problemAnswer(context, services, { problem: "picture-size" });
    }
    const { id } = view.consultation;
    const path = isLedger
      ? pathOf(OF_LEDGER[kind], { id })
      : pathOf(CHART, { id, chart: `${chart}.${kind}` });
    const query = new URLSearchParams({
      ...(isLedger ? {} : queryOf(view.choices)),
      ...(kind === "vl.json" ? {} : { size }),
      ...(lang !== undefined && { lang }),
    });
    context.header("Cache-Control", "no-store");
    return context.redirect(`${path}?${query.toString()}`, 303);
  });

  app.get(`${CHART}{[^/]+\\.(?:svg|png|vl\\.json)}`, async (context) => {
    const { view, origin } = await asked(context);
    if (view === undefined) return problemAnswer(context, services, { problem: "release-unknown" });
    const [, name, kind] = /^(.+?)\.(svg|png|vl\.json)$/.exec(context.req.param("chart"))!;
    const row = name === OVERVIEW ? undefined : view.rows.find(({ code }) => code === name);
    if (row === undefined && name !== OVERVIEW) {
      return problemAnswer(context, services, { problem: "page-unknown" });
    }
    const ballots = ballotsAsked(context, tellsWithout(view.release));
    if (ballots === undefined) {
      return problemAnswer(context, services, { problem: "without-flagged-unknown" });
    }
    const asksSize = context.req.query("size");
    const size = readSize(asksSize);
    if (size === undefined || (kind === "vl.json" && asksSize !== undefined)) {
      return problemAnswer(context, services, { problem: "picture-size" });
    }
    const { consultation, release } = view.release;
    const marked = ballots === "all" ? "" : `-${IN_FILE_NAMES}`;
    const named = (ending: string) => `${consultation}-${release}${marked}-${name}${ending}`;
    if (kind === "vl.json") {
      const spec =
        row === undefined ? overviewSpec(view, origin) : recommendationSpec(view, row, origin);
      const text = JSON.stringify(spec, null, 1);
      return fileAnswer(context, named(".vl.json"), "application/json", text);
    }
    const svg = renderToString(
      row === undefined ? (
        <OverviewFile view={view} origin={origin} size={size} />
      ) : (
        <RecommendationFile view={view} row={row} origin={origin} size={size} />
      ),
    );
    const ending = `${endingOf(size)}.${kind}`;
    if (kind === "svg") {
      return fileAnswer(context, named(ending), "image/svg+xml; charset=utf-8", svg);
    }
    return isDrawable(svg)
      ? fileAnswer(context, named(ending), "image/png", svg, () => pngOf(svg, pngScale(size)))
      : problemAnswer(context, services, { problem: "picture-letters" });
  });
}

const OF_LEDGER = { png: LEDGER_PNG, svg: LEDGER_CHART, "vl.json": LEDGER_SPEC };

/** What tells files of other sizes apart by their names. */
const endingOf = (size: PictureSize): string => (size === "article" ? "" : `-${size}`);

/** A file to keep under a name, which may have letters of any script (RFC 6266). */
function attachment(name: string): string {
  const plain = name.replace(/[^\w.-]/g, "_");
  const whole = plain === name ? "" : `; filename*=UTF-8''${encodeURIComponent(name)}`;
  return `attachment; filename="${plain}"${whole}`;
}

/** `of` is the file, or all that it is made of: by this it is known whether an asker has it. */
async function fileAnswer(
  { req }: Context<Environment>,
  name: string,
  contentType: string,
  of: string,
  make?: () => Promise<Uint8Array<ArrayBuffer>>,
): Promise<Response> {
  const tag = sha256(contentType + name + of);
  const headers: Record<string, string> = {
    ETag: `"${tag}"`,
    "Cache-Control": SAME_FOR_ALL,
    Vary: "Accept-Encoding, Accept-Language",
  };
  if (hasThis(req.raw, tag)) return new Response(null, { status: 304, headers });
  headers["Content-Type"] = contentType;
  headers["Content-Disposition"] = attachment(name);
  return new Response(make === undefined ? of : await make(), { headers });
}
