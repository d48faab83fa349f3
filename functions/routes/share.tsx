import type { Context } from "hono";
import { CHART, EMBED, SHARE } from "../../domain/paths.ts";
import { renderToString } from "preact-render-to-string";
import { isDrawable } from "../../web/language/drawable.ts";
import { ShareLedger } from "../../web/ledger/share-ledger.tsx";
import { OverviewFile } from "../../web/results/chart/overview-file.tsx";
import { RecommendationFile } from "../../web/results/chart/recommendation-file.tsx";
import { EmbedPage } from "../../web/results/embed-page.tsx";
import type { ResultsPageProps } from "../../web/results/results-page.tsx";
import { SharePage, type SharePageProps } from "../../web/results/share/share-page.tsx";
import { pageAnswer, problemAnswer } from "../http/answers.tsx";
import type { App, Environment } from "../http/environment.ts";
import { mayBeFramed } from "../http/security-headers.ts";
import { pngOf } from "../picture/png.ts";
import type { Services } from "../services.ts";

/** What a page of results is asked for with; without a view before the first release. */
type Asked = SharePageProps & Omit<ResultsPageProps, "releases" | "log">;

/** Results elsewhere: in a frame of another site, as pictures, and how to get either. */
export function shareRoutes(
  app: App,
  services: Services,
  asked: (context: Context<Environment>) => Promise<Asked>,
): void {
  app.get(SHARE, async (context) => {
    const page = await asked(context);
    return pageAnswer(<SharePage {...page} more={<ShareLedger {...page} />} />);
  });

  app.get(EMBED, async (context) => {
    const page = await asked(context);
    // Whoever reads the page around it has a connection to us, and did not choose to: their network sees it.
    return page.consultation.disclosure === "at-risk"
      ? problemAnswer(context, services, { problem: "embed-at-risk" })
      : mayBeFramed(pageAnswer(<EmbedPage {...page} />));
  });

  app.get(`${CHART}{[^/]+\\.(?:svg|png)}`, async (context) => {
    const { view, origin } = await asked(context);
    if (view === undefined) return problemAnswer(context, services, { problem: "release-unknown" });
    const file = context.req.param("chart");
    const name = file.slice(0, -".svg".length);
    const row = name === "overview" ? undefined : view.rows.find(({ code }) => code === name);
    if (row === undefined && name !== "overview") {
      return problemAnswer(context, services, { problem: "page-unknown" });
    }
    const svg = renderToString(
      row === undefined ? (
        <OverviewFile view={view} origin={origin} />
      ) : (
        <RecommendationFile view={view} row={row} origin={origin} />
      ),
    );
    const { consultation, release } = view.release;
    const whole = `${consultation}-${release}-${file}`;
    if (file.endsWith(".svg")) return fileAnswer(whole, "image/svg+xml; charset=utf-8", svg);
    return isDrawable(svg)
      ? fileAnswer(whole, "image/png", await pngOf(svg))
      : problemAnswer(context, services, { problem: "picture-letters" });
  });
}

/** A file to keep under a name, which may have letters of any script (RFC 6266). */
function attachment(name: string): string {
  const plain = name.replace(/[^\w.-]/g, "_");
  const whole = plain === name ? "" : `; filename*=UTF-8''${encodeURIComponent(name)}`;
  return `attachment; filename="${plain}"${whole}`;
}

const fileAnswer = (
  name: string,
  contentType: string,
  body: string | Uint8Array<ArrayBuffer>,
): Response =>
  new Response(body, {
    headers: {
      "Content-Type": contentType,
      "Content-Disposition": attachment(name),
      "Cache-Control": "no-cache",
    },
  });
