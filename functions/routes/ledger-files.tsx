import type { Context } from "hono";
import { renderToString } from "preact-render-to-string";
import { API } from "../../domain/api.ts";
import { type PublishedLedger, publishedLedger } from "../../domain/ledger/published.ts";
import { LEDGER_COLUMNS, ledgerRows } from "../../domain/ledger/table.ts";
import { LEDGER_CHART, LEDGER_PNG, LEDGER_SPEC } from "../../domain/paths.ts";
import type { ResponseStatus } from "../../domain/response/status.ts";
import { isDrawable } from "../../web/language/drawable.ts";
import { textOf } from "../../web/language/said.tsx";
import { LedgerFile } from "../../web/ledger/ledger-file.tsx";
import { ledgerSpec } from "../../web/ledger/ledger-spec.ts";
import { nameOf } from "../../web/ledger/of-addressee.ts";
import type { LedgerView } from "../../web/ledger/view.ts";
import { type PictureSize, pngScale, readSize } from "../../web/results/chart/picture-size.ts";
import { statusWord } from "../../web/response/status-words.ts";
import { csv } from "../csv.ts";
import { pageProps, problemAnswer } from "../http/answers.tsx";
import type { App, Environment } from "../http/environment.ts";
import { SAME_FOR_ALL } from "../http/caching.ts";
import { hasThis } from "../http/etag.ts";
import type { Ledgers } from "../memory/ledger-views.ts";
import { pngOf } from "../picture/png.ts";
import { sha256 } from "../secrets.ts";
import type { Services } from "../services.ts";

/** The ledger as JSON, as a table and as a picture. */
export function ledgerFileRoutes(app: App, services: Services, ledgers: Ledgers): void {
  const asked = async (
    context: Context<Environment>,
    query: Record<string, string | undefined>,
  ): Promise<LedgerView> => {
    const known = context.get("known");
    const { view } = await ledgers(known, query);
    return view(pageProps(services, context.req.raw, known.definition.languages));
  };
  /** The whole ledger in the order that is asked for. */
  const whole = (context: Context<Environment>) => asked(context, { by: context.req.query("by") });

  app.get(API.ledger.path, async (context) => {
    const { consultation, ledger, newest, orders, madeUp } = await whole(context);
    const body: PublishedLedger = publishedLedger(
      consultation.id,
      ledger,
      orders.length > 0,
      newest,
      madeUp,
    );
    return kept(context, { contentType: "application/json", of: JSON.stringify(body) });
  });

  app.get(API.ledgerCsv.path, async (context) => {
    const view = await whole(context);
    const contentType = "text/csv; charset=utf-8";
    return kept(context, { contentType, of: tableOf(view), name: fileName(view, "csv") });
  });

  const chart = async (
    context: Context<Environment>,
    answer: (svg: string, view: LedgerView, size: PictureSize) => Response | Promise<Response>,
  ) => {
    const size = readSize(context.req.query("size"));
    if (size === undefined) return problemAnswer(context, services, { problem: "picture-size" });
    const view = await asked(context, context.req.query());
    const { newest, shown } = view;
    if (newest === undefined || shown.length === 0) {
      const problem = newest === undefined ? "release-unknown" : "page-unknown";
      return problemAnswer(context, services, { problem });
    }
    return answer(renderToString(<LedgerFile {...{ view, newest, size }} />), view, size);
  };
  app.get(LEDGER_CHART, (context) =>
    chart(context, (svg, view, size) =>
      kept(context, {
        contentType: "image/svg+xml; charset=utf-8",
        of: svg,
        name: fileName(view, "svg", size),
      }),
    ),
  );
  app.get(LEDGER_SPEC, async (context) => {
    const view = await asked(context, context.req.query());
    const { newest, shown } = view;
    if (context.req.query("size") !== undefined || newest === undefined || shown.length === 0) {
      const problem = newest === undefined ? "release-unknown" : "page-unknown";
      const isSized = context.req.query("size") !== undefined;
      return problemAnswer(context, services, { problem: isSized ? "picture-size" : problem });
    }
    return kept(context, {
      contentType: "application/json",
      of: JSON.stringify(ledgerSpec(view, newest), null, 1),
      name: fileName(view, "vl.json"),
    });
  });
  app.get(LEDGER_PNG, (context) =>
    chart(context, (svg, view, size) =>
      isDrawable(svg)
        ? kept(context, {
            contentType: "image/png",
            of: svg,
            make: () => pngOf(svg, pngScale(size)),
            name: fileName(view, "png", size),
          })
        : problemAnswer(context, services, { problem: "picture-letters" }),
    ),
  );
}

/** The ledger as comma-separated values, its words in the reader's language. */
function tableOf(view: LedgerView): string {
  const { consultation, ledger, newest, lines } = view;
  const titles = new Map(lines.map(({ code, said }) => [code, textOf(said)]));
  const words = {
    title: (code: string) => titles.get(code) ?? code,
    addressee: (code: string) => textOf(nameOf(view, code)),
    status: (status: ResponseStatus) => statusWord(view, status),
  };
  const rows = ledgerRows(consultation.id, ledger, newest?.release, words, view.madeUp);
  return csv([[...LEDGER_COLUMNS], ...rows]);
}

const fileName = (
  { consultation, ledger }: LedgerView,
  ending: string,
  size: PictureSize = "article",
): string =>
  `${consultation.id}-ledger-${ledger.day}${size === "article" ? "" : `-${size}`}.${ending}`;

interface Kept {
  contentType: string;
  /** What it is, or all that it is made of: by this it is known whether an asker has it. */
  of: string;
  /** Made of that, where it is something else. */
  make?: () => Promise<Uint8Array<ArrayBuffer>>;
  /** Under which it is to be kept. */
  name?: string;
}

/** A file that may be kept, and is asked for again each time, whether it still holds. */
async function kept(
  { req }: Context<Environment>,
  { contentType, of, make, name }: Kept,
): Promise<Response> {
  const tag = sha256(contentType + of);
  const headers: Record<string, string> = {
    ETag: `"${tag}"`,
    "Cache-Control": SAME_FOR_ALL,
    Vary: "Accept-Encoding, Accept-Language",
  };
  if (hasThis(req.raw, tag)) return new Response(null, { status: 304, headers });
  headers["Content-Type"] = contentType;
  if (name !== undefined) headers["Content-Disposition"] = `attachment; filename="${name}"`;
  return new Response(make === undefined ? of : await make(), { headers });
}
